# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.metrics.AUC(num_thresholds=5)
def f(y, p):
    m.update_state(y, p)
    return m.result()
RESULT = [f(tf.constant([0., 1.]), tf.constant([.2, .8])), f(tf.constant([0., 1.]), tf.constant([.7, .6]))]
