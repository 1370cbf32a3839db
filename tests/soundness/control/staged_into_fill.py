# observed: same
# function: into_fill
import tensorflow as tf

def into_fill(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.fill([n], 1.0))

RESULT = (into_fill(tf.constant([3.0, 2.0])), into_fill(tf.constant([0.25, 0.25])))
