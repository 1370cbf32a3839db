# observed: same
# function: into_top_k
import tensorflow as tf

def into_top_k(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.math.top_k(x, k=n)[0][0]

RESULT = (into_top_k(tf.constant([3.0, 2.0])), into_top_k(tf.constant([0.25, 0.25])))
