# observed: same
# function: f
import tensorflow as tf

w = tf.ones([3, 3, 2, 3])
def f(x):
    y = tf.nn.conv2d_transpose(x, w, [tf.shape(x)[0], 4, 4, 2], 2)
    return tf.reduce_sum(y) / y.shape[0]
RESULT = [f(tf.ones([1, 2, 2, 3])), f(tf.ones([2, 2, 2, 3]))]
