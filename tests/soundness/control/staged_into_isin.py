# observed: same
# function: into_isin
import tensorflow as tf

def into_isin(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return x if n == 2 else x * 2.0

RESULT = (into_isin(tf.constant([3.0, 2.0])), into_isin(tf.constant([0.25, 0.25])))
