# observed: same
# function: staged_passed_to_helper
import tensorflow as tf

def staged_passed_to_helper(x):

    def h(v, k):
        if k == 2:
            return v * 2.0
        return v
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return h(x, n)

RESULT = (staged_passed_to_helper(tf.constant([3.0, 2.0])), staged_passed_to_helper(tf.constant([0.25, 0.25])))
