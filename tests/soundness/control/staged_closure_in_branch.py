# observed: same
# function: closure_in_branch
import tensorflow as tf

def closure_in_branch(x):
    y = x
    if tf.reduce_sum(x) > 1.0:

        def g():
            return y * 2.0
        y = g()
    return y

RESULT = (closure_in_branch(tf.constant([3.0, 2.0])), closure_in_branch(tf.constant([0.25, 0.25])))
