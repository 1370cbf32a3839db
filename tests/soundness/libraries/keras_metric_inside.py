# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

def f(x):
    m = keras.metrics.Mean()
    m.update_state(x)
    return m.result()
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
