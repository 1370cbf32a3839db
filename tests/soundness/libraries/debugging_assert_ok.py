# observed: same
# function: f
import tensorflow as tf

def f(x):
    tf.debugging.assert_positive(x)
    return tf.math.log(x)
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
