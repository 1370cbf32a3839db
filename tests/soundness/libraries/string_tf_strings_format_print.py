# observed: same
# function: f
import tensorflow as tf

def f(x):
    tf.print(tf.strings.format('x={}', x))
    return x
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
