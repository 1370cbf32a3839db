# observed: raises
# function: for_reversed_tensor
import tensorflow as tf

def for_reversed_tensor(x):
    t = tf.constant(0.0)
    for v in reversed(x):
        t = t * 2.0 + v
    return t

RESULT = (for_reversed_tensor(tf.constant([3.0, 2.0])), for_reversed_tensor(tf.constant([0.25, 0.25])))
