# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(tf.zeros([0]), shape=[None])
def f(x):
    v.assign(tf.concat([v, x], 0))
    return v / tf.cast(tf.shape(v)[0], tf.float32)
RESULT = [f(tf.ones([3])), f(tf.ones([3]))]
