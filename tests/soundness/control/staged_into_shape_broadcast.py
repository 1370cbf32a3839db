# observed: same
# function: into_shape_broadcast
import tensorflow as tf

def into_shape_broadcast(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.broadcast_to(x, [n, 2]))

RESULT = (into_shape_broadcast(tf.constant([3.0, 2.0])), into_shape_broadcast(tf.constant([0.25, 0.25])))
