# observed: same
# function: into_sequence_mask
import tensorflow as tf

def into_sequence_mask(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.cast(tf.sequence_mask([1], n), tf.float32))

RESULT = (into_sequence_mask(tf.constant([3.0, 2.0])), into_sequence_mask(tf.constant([0.25, 0.25])))
