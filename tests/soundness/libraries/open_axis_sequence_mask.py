# observed: raises
# function: f
import tensorflow as tf

def f(l):
    m = tf.sequence_mask(l)
    return tf.cast(m, tf.float32) / m.shape[1]
RESULT = [f(tf.constant([1, 2])), f(tf.constant([3, 2]))]
