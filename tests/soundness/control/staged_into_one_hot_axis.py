# observed: raises
# function: into_one_hot_axis
import tensorflow as tf

def into_one_hot_axis(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.one_hot([1], 2, axis=n - n)

RESULT = (into_one_hot_axis(tf.constant([3.0, 2.0])), into_one_hot_axis(tf.constant([0.25, 0.25])))
