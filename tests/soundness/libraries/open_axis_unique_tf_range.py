# observed: same
# function: f
import tensorflow as tf

def f(x):
    u, i = tf.unique(x)
    s = 0.
    for k in tf.range(tf.shape(u)[0]):
        s += u[k]
    return s
RESULT = [f(tf.constant([1., 1., 2.])), f(tf.constant([1., 3., 2.]))]
