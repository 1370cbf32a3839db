# observed: same
# function: static_elif_tensor_else
import tensorflow as tf

def static_elif_tensor_else(x):
    if x.shape[0] == 7:
        return x * 2.0
    elif tf.reduce_sum(x) > 1.0:
        return x * 9.0
    else:
        return x

RESULT = (static_elif_tensor_else(tf.constant([3.0, 2.0])), static_elif_tensor_else(tf.constant([0.25, 0.25])))
