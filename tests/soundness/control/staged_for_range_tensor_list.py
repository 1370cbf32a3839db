# observed: same
# function: for_range_tensor_list
import tensorflow as tf

def for_range_tensor_list(x):
    out = []
    for i in tf.range(2):
        out.append(i)
    return x

RESULT = (for_range_tensor_list(tf.constant([3.0, 2.0])), for_range_tensor_list(tf.constant([0.25, 0.25])))
