# observed: same
# function: early_return_nested_ok
import tensorflow as tf

def early_return_nested_ok(x):
    if tf.reduce_sum(x) > 1.0:
        if tf.reduce_max(x) > 2.0:
            return x * 2.0
        else:
            return x * 3.0
    return x

RESULT = (early_return_nested_ok(tf.constant([3.0, 2.0])), early_return_nested_ok(tf.constant([0.25, 0.25])))
