# observed: same
# function: vectorized
import tensorflow as tf

def vectorized(x):
    return tf.vectorized_map(lambda v: v * 2.0, x)

RESULT = (vectorized(tf.constant([3.0, 2.0])), vectorized(tf.constant([0.25, 0.25])))
