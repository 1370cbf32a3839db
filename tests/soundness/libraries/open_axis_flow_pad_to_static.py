# observed: same
# function: f
import tensorflow as tf

def f(x):
    y = x[x > 0]
    y = tf.pad(y, [[0, 5 - tf.shape(y)[0]]])
    y = tf.reshape(y, [5])
    return y / y.shape[0]
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([1., 3., 2.]))]
