# observed: same
# function: f
import tensorflow as tf

def f(x):
    y = x[x > 0]
    y = tf.ensure_shape(y, [2])
    return y * y.shape[0]
RESULT = [f(tf.constant([3, 1])), f(tf.constant([1, -1, 4]))]
