# observed: same
# function: f
import tensorflow as tf

def f(x, k):
    with tf.name_scope('s%d' % k):
        return x * k
RESULT = [f(tf.constant(1.), 2), f(tf.constant(1.), 3)]
