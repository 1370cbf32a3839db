# observed: raises
# function: rank_grow
import tensorflow as tf

def rank_grow(x):
    y = x
    for v in tf.range(2):
        y = tf.expand_dims(y, 0)
    return tf.reduce_sum(y)

RESULT = (rank_grow(tf.constant([3.0, 2.0])), rank_grow(tf.constant([0.25, 0.25])))
