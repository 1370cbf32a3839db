# observed: same
# function: into_roll
import tensorflow as tf

def into_roll(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.roll(x, n, axis=0)

RESULT = (into_roll(tf.constant([3.0, 2.0])), into_roll(tf.constant([0.25, 0.25])))
