# observed: same
# function: tensor_in_condition_list
import tensorflow as tf

def tensor_in_condition_list(x):
    if [x]:
        x = x * 2.0
    return x

RESULT = (tensor_in_condition_list(tf.constant([3.0, 2.0])), tensor_in_condition_list(tf.constant([0.25, 0.25])))
