# observed: raises
# function: f
import tensorflow as tf

def f(x):
    u, i = tf.unique(x)
    s = 0.
    for k in range(u.shape[0]):
        s += u[k]
    return s
RESULT = [f(tf.constant([1., 1., 2.])), f(tf.constant([1., 3., 2.]))]
