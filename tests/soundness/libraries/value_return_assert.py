# observed: raises
# function: f
import tensorflow as tf

def f(x):
    return tf.debugging.assert_positive(x)
RESULT = f(tf.constant(3.))
