# observed: raises
# function: f
import tensorflow as tf

w = tf.Variable(tf.zeros((4, 2)))


def f(x, full):
    if full:
        w.assign_add(x)
    return tf.reduce_sum(w)


for x in (tf.ones((4, 2)), tf.ones((3, 2))):
    f(x, tf.constant(x.shape[0] == 4))
