# observed: same
# function: tensor_len_condition
import tensorflow as tf

def tensor_len_condition(x):
    if len(x):
        x = x * 2.0
    return x

RESULT = (tensor_len_condition(tf.constant([3.0, 2.0])), tensor_len_condition(tf.constant([0.25, 0.25])))
