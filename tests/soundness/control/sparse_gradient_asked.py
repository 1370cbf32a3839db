# observed: same
# function: f
import tensorflow as tf
w = tf.Variable(tf.ones([4, 2]))
def f(i):
    with tf.GradientTape() as t:
        l = tf.reduce_sum(tf.gather(w, i))
    g = t.gradient(l, w)
    return g.values * 2.0 if isinstance(g, tf.IndexedSlices) else g
RESULT = [f(tf.constant([1]))]
