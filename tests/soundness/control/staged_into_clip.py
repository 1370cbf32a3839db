# observed: same
# function: into_clip
import tensorflow as tf

def into_clip(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.clip_by_value(x, 0, tf.cast(n, tf.float32))

RESULT = (into_clip(tf.constant([3.0, 2.0])), into_clip(tf.constant([0.25, 0.25])))
