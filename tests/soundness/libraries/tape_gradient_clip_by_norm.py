# observed: same
# function: f
import tensorflow as tf

v = tf.Variable([2., 1.])
def f(x):
    with tf.GradientTape() as t:
        y = tf.reduce_sum(x * v ** 2)
    g = t.gradient(y, [v])
    g, n = tf.clip_by_global_norm(g, 1.)
    return g[0] * n
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
