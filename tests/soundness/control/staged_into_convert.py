# observed: same
# function: into_convert
import tensorflow as tf

def into_convert(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.convert_to_tensor([n, 2])

RESULT = (into_convert(tf.constant([3.0, 2.0])), into_convert(tf.constant([0.25, 0.25])))
