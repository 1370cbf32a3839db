# observed: raises
# function: f
import tensorflow as tf

def f(x, w):
    y = tf.boolean_mask(x, x[:, 0] > 0) @ w
    return tf.reshape(y, [y.shape[0], 1, -1])
RESULT = [f(tf.ones([3, 2]), tf.ones([2, 2])), f(tf.ones([2, 2]), tf.ones([2, 2]))]
