# observed: raises
# function: static_else_tensor_after
import tensorflow as tf

def static_else_tensor_after(x):
    if x.shape[0] == 7:
        y = x
    else:
        if tf.reduce_sum(x) > 1.0:
            return x * 9.0
        y = x
    return y

RESULT = (static_else_tensor_after(tf.constant([3.0, 2.0])), static_else_tensor_after(tf.constant([0.25, 0.25])))
