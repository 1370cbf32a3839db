# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.metrics.Mean()
ds = tf.data.Dataset.range(4).batch(2)
def f(k):
    for x in ds:
        m.update_state(tf.cast(x, tf.float32) * k)
    return m.result()
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
