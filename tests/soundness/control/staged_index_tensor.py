# observed: same
# function: staged_index_tensor
import tensorflow as tf

def staged_index_tensor(x):
    n = 0
    if tf.reduce_sum(x) > 1.0:
        n = 1
    return x[n]

RESULT = (staged_index_tensor(tf.constant([3.0, 2.0])), staged_index_tensor(tf.constant([0.25, 0.25])))
