# observed: raises
# function: halve
import tensorflow as tf
d = tf.keras.layers.Dense(2, kernel_initializer="ones"); d.build((None, 2))
def halve(k):
    return k.value * 0.5
RESULT = [halve(d.kernel)]
