# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(0.)
def f(x):
    with tf.control_dependencies([v.assign_add(1.)]):
        return x * v
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
