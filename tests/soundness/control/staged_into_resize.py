# observed: same
# function: into_resize
import tensorflow as tf

def into_resize(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.image.resize(tf.ones([1, 2, 2, 1]), [n, n]))

RESULT = (into_resize(tf.constant([3.0, 2.0])), into_resize(tf.constant([0.25, 0.25])))
