# observed: raises
# function: f
import tensorflow as tf

def f(x):
    return tf.print(x)
f(tf.constant(2.))
RESULT = f(tf.constant(3.))
