# observed: raises
# function: for_enumerate_tensor
import tensorflow as tf

def for_enumerate_tensor(x):
    t = tf.constant(0.0)
    for i, v in enumerate(x):
        t = t + v * float(i)
    return t

RESULT = (for_enumerate_tensor(tf.constant([3.0, 2.0])), for_enumerate_tensor(tf.constant([0.25, 0.25])))
