# observed: same
# function: for_tf_return_static
import tensorflow as tf

def for_tf_return_static(x):
    for i in tf.range(3):
        if x.shape[0] == 2:
            return x
        x = x + 1.0
    return x * 2.0

RESULT = (for_tf_return_static(tf.constant([3.0, 2.0])), for_tf_return_static(tf.constant([0.25, 0.25])))
