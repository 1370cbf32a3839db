# observed: same
# function: into_keras_reshape
import tensorflow as tf

def into_keras_reshape(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.keras.ops.reshape(x, [n, -1])

RESULT = (into_keras_reshape(tf.constant([3.0, 2.0])), into_keras_reshape(tf.constant([0.25, 0.25])))
