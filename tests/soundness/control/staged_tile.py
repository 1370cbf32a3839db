# observed: same
# function: staged_tile
import tensorflow as tf

def staged_tile(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.tile(x, [n]))

RESULT = (staged_tile(tf.constant([3.0, 2.0])), staged_tile(tf.constant([0.25, 0.25])))
