# observed: same
# function: norm
import tensorflow as tf
d = tf.keras.layers.Dense(2, kernel_initializer="ones"); d.build((None, 2))
def norm(k):
    return tf.reduce_sum(k ** 2)
RESULT = [norm(d.kernel), norm(d.bias)]
