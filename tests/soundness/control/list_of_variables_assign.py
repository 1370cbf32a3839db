# observed: same
# function: f
import tensorflow as tf

weights = [tf.Variable(1.0), tf.Variable(2.0)]


def f(x):
    for w in weights:
        w.assign_add(tf.reduce_sum(x))
    return x * weights[0]


RESULT = (f(tf.ones([2])), f(tf.ones([2])), weights)
