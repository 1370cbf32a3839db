# observed: raises
# function: nonloc
import tensorflow as tf

def nonloc(x):
    y = x

    def g():
        nonlocal y
        y = y * 2.0
    if tf.reduce_sum(x) > 1.0:
        g()
    return y

RESULT = (nonloc(tf.constant([3.0, 2.0])), nonloc(tf.constant([0.25, 0.25])))
