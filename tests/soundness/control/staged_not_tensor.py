# observed: same
# function: not_tensor
import tensorflow as tf

def not_tensor(x):
    if not tf.reduce_any(x > 1.0):
        x = x * 2.0
    return x

RESULT = (not_tensor(tf.constant([3.0, 2.0])), not_tensor(tf.constant([0.25, 0.25])))
