# observed: raises
# function: f
import tensorflow as tf

def f(x, p):
    y = tf.transpose(x, p)
    return tf.reshape(y, [y.shape[0], -1])
RESULT = [f(tf.ones([2, 3]), tf.constant([1, 0])), f(tf.ones([2, 3]), tf.constant([0, 1]))]
