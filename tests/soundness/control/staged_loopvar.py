# observed: same
# function: loopvar
import tensorflow as tf

def loopvar(x):
    v = tf.constant(0.0)
    for v in x:
        pass
    return v

RESULT = (loopvar(tf.constant([3.0, 2.0])), loopvar(tf.constant([0.25, 0.25])))
