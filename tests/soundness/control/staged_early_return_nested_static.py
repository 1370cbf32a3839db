# observed: raises
# function: early_return_nested_static
import tensorflow as tf

def early_return_nested_static(x):
    if tf.reduce_sum(x) > 1.0:
        if x.shape[0] == 2:
            return x * 2.0
    return x

RESULT = (early_return_nested_static(tf.constant([3.0, 2.0])), early_return_nested_static(tf.constant([0.25, 0.25])))
