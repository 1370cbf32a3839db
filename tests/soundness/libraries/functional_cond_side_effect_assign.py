# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(0.)
def f(x):
    tf.cond(tf.reduce_sum(x) > 0, lambda: v.assign_add(1.), lambda: v.assign_sub(1.))
    return v * x
RESULT = [f(tf.ones([2])), f(-tf.ones([2]))]
