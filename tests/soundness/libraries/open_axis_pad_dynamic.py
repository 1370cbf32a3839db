# observed: raises
# function: f
import tensorflow as tf

def f(x, n):
    y = tf.pad(x, [[0, n]])
    return y[: y.shape[0] - 1]
RESULT = [f(tf.ones([3]), tf.constant(2)), f(tf.ones([3]), tf.constant(1))]
