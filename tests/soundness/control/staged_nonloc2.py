# observed: differs
# function: nonloc2
import tensorflow as tf

def nonloc2(x):
    y = x

    def g():
        nonlocal y
        if tf.reduce_sum(x) > 1.0:
            y = y * 2.0
    g()
    return y

RESULT = (nonloc2(tf.constant([3.0, 2.0])), nonloc2(tf.constant([0.25, 0.25])))
