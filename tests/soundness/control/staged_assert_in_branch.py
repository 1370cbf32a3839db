# observed: same
# function: assert_in_branch
import tensorflow as tf

def assert_in_branch(x):
    if tf.reduce_sum(x) > 1.0:
        assert x.shape[0] == 2
        x = x * 2.0
    return x

RESULT = (assert_in_branch(tf.constant([3.0, 2.0])), assert_in_branch(tf.constant([0.25, 0.25])))
