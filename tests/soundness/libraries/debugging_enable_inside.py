# observed: same
# function: f
import tensorflow as tf

def f(x):
    tf.debugging.assert_type(x, tf.float32)
    return x
RESULT = [f(tf.ones([3])), f(tf.ones([1]))]
