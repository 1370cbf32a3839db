# observed: same
# function: f
import tensorflow as tf

def f(x):
    i = tf.argsort(x)
    y = tf.gather(x, i[:2])
    return y / y.shape[0]
RESULT = [f(tf.constant([3., 1., 2.])), f(tf.constant([3., 1., 2., 5.]))]
