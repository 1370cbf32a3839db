# observed: same
# function: static_skip_tensor
import tensorflow as tf

def static_skip_tensor(x):
    if x.shape[0] == 7:
        if tf.reduce_sum(x) > 1.0:
            return x * 9.0
    return x

RESULT = (static_skip_tensor(tf.constant([3.0, 2.0])), static_skip_tensor(tf.constant([0.25, 0.25])))
