# observed: same
# function: for_in_tf_map
import tensorflow as tf

def for_in_tf_map(x):
    return tf.map_fn(lambda v: v * 2.0 if v > 1.0 else v, x)

RESULT = (for_in_tf_map(tf.constant([3.0, 2.0])), for_in_tf_map(tf.constant([0.25, 0.25])))
