# observed: same
# function: f
import tensorflow as tf

def f(x, y):
    tf.debugging.assert_equal(x.shape[0], y.shape[0])
    tf.assert_equal(tf.shape(x), tf.shape(y))
    return x + y
RESULT = [f(tf.ones([3]), tf.ones([3])), f(tf.ones([1]), tf.ones([1]))]
