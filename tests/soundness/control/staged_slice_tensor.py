# observed: same
# function: staged_slice_tensor
import tensorflow as tf

def staged_slice_tensor(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(x[:n])

RESULT = (staged_slice_tensor(tf.constant([3.0, 2.0])), staged_slice_tensor(tf.constant([0.25, 0.25])))
