# observed: raises
# function: early_return_static_then_tensor
import tensorflow as tf

def early_return_static_then_tensor(x):
    if x.shape[0] == 2:
        if tf.reduce_sum(x) > 1.0:
            return x * 2.0
    return x

RESULT = (early_return_static_then_tensor(tf.constant([3.0, 2.0])), early_return_static_then_tensor(tf.constant([0.25, 0.25])))
