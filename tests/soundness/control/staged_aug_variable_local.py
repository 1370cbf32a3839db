# observed: same
# function: aug_variable_local
import tensorflow as tf

def aug_variable_local(x):
    v = 0.0
    v += tf.reduce_sum(x)
    if v > 1.0:
        v += 1.0
    return v

RESULT = (aug_variable_local(tf.constant([3.0, 2.0])), aug_variable_local(tf.constant([0.25, 0.25])))
