# observed: type-only
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.metrics.Mean()
def f(x):
    m.update_state(x)
    return float(m.result())
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
