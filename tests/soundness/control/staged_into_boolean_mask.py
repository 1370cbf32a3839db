# observed: same
# function: into_boolean_mask
import tensorflow as tf

def into_boolean_mask(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.boolean_mask(x, x > 0.0, axis=n - n)

RESULT = (into_boolean_mask(tf.constant([3.0, 2.0])), into_boolean_mask(tf.constant([0.25, 0.25])))
