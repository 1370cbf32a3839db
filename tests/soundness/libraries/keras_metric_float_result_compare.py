# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.metrics.Mean()
def f(x):
    m.update_state(x)
    if float(m.result()) > 0.6:
        return x * 2.
    return x
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
