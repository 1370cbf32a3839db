# observed: raises
# function: into_repeat_axis
import tensorflow as tf

def into_repeat_axis(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.repeat(x, 2, axis=n - n))

RESULT = (into_repeat_axis(tf.constant([3.0, 2.0])), into_repeat_axis(tf.constant([0.25, 0.25])))
