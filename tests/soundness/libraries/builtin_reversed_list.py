# observed: same
# function: f
import tensorflow as tf

def f(xs):
    s = tf.zeros([2])
    for x in reversed(xs):
        s = s * 2. + x
    return s
RESULT = [f([tf.ones([2]), tf.zeros([2])]), f([tf.zeros([2])])]
