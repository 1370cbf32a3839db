# observed: same
# function: early_return_then_append
import tensorflow as tf

def early_return_then_append(x):
    out = []
    if tf.reduce_sum(x) > 1.0:
        return x
    out.append(x * 2.0)
    return out[0]

RESULT = (early_return_then_append(tf.constant([3.0, 2.0])), early_return_then_append(tf.constant([0.25, 0.25])))
