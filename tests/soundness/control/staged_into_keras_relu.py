# observed: raises
# function: into_keras_relu
import tensorflow as tf

def into_keras_relu(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.keras.activations.relu(x, max_value=n)

RESULT = (into_keras_relu(tf.constant([3.0, 2.0])), into_keras_relu(tf.constant([0.25, 0.25])))
