# observed: raises
# function: staged_passed_to_helper_index
import tensorflow as tf

def staged_passed_to_helper_index(x):

    def h(v, k):
        return [v, v * 2.0, v * 3.0][k]
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return h(x, n)

RESULT = (staged_passed_to_helper_index(tf.constant([3.0, 2.0])), staged_passed_to_helper_index(tf.constant([0.25, 0.25])))
