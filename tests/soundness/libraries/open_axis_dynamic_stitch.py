# observed: same
# function: f
import tensorflow as tf

def f(x):
    y = tf.dynamic_stitch([[0], [1, 2]], [x[:1], x[1:]])
    return y / y.shape[0]
RESULT = [f(tf.constant([1., -2., 3.])), f(tf.constant([3., 2., 1.]))]
