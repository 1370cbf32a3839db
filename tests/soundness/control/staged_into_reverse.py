# observed: same
# function: into_reverse
import tensorflow as tf

def into_reverse(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reverse(x, [n - n])

RESULT = (into_reverse(tf.constant([3.0, 2.0])), into_reverse(tf.constant([0.25, 0.25])))
