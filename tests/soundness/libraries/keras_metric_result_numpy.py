# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.metrics.Mean()
def f(x):
    m.update_state(x)
    return m.result().numpy()
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
