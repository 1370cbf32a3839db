# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.metrics.Mean()
def f(x, first):
    if first:
        m.reset_state()
    m.update_state(x)
    return m.result()
RESULT = [f(tf.ones([2]), True), f(tf.zeros([2]), False)]
