# observed: raises
# function: into_sort_axis
import tensorflow as tf

def into_sort_axis(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.sort(x, axis=n - n)

RESULT = (into_sort_axis(tf.constant([3.0, 2.0])), into_sort_axis(tf.constant([0.25, 0.25])))
