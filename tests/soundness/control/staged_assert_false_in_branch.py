# observed: raises
# function: assert_false_in_branch
import tensorflow as tf

def assert_false_in_branch(x):
    if tf.reduce_sum(x) > 100.0:
        assert x.shape[0] == 7
        x = x * 2.0
    return x

RESULT = (assert_false_in_branch(tf.constant([3.0, 2.0])), assert_false_in_branch(tf.constant([0.25, 0.25])))
