# observed: both-raise-other-type
# function: into_unstack
import tensorflow as tf

def into_unstack(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.unstack(x, num=n + 1)[0]

RESULT = (into_unstack(tf.constant([3.0, 2.0])), into_unstack(tf.constant([0.25, 0.25])))
