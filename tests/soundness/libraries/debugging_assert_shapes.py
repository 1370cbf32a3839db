# observed: same
# function: f
import tensorflow as tf

def f(x, y):
    tf.debugging.assert_shapes([(x, ('N', 2)), (y, ('N',))])
    return tf.reduce_sum(x, 1) + y
RESULT = [f(tf.ones([3, 2]), tf.ones([3])), f(tf.ones([1, 2]), tf.ones([1]))]
