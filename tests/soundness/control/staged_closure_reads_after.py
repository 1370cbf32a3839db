# observed: same
# function: closure_reads_after
import tensorflow as tf

def closure_reads_after(x):
    y = x

    def g():
        return y * 2.0
    if tf.reduce_sum(x) > 1.0:
        y = x * 3.0
    return g()

RESULT = (closure_reads_after(tf.constant([3.0, 2.0])), closure_reads_after(tf.constant([0.25, 0.25])))
