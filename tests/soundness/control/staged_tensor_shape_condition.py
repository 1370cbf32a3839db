# observed: same
# function: tensor_shape_condition
import tensorflow as tf

def tensor_shape_condition(x):
    if x.shape:
        x = x * 2.0
    return x

RESULT = (tensor_shape_condition(tf.constant([3.0, 2.0])), tensor_shape_condition(tf.constant([0.25, 0.25])))
