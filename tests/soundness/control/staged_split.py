# observed: raises
# function: staged_split
import tensorflow as tf

def staged_split(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.add_n(tf.split(x, n))

RESULT = (staged_split(tf.constant([3.0, 2.0])), staged_split(tf.constant([0.25, 0.25])))
