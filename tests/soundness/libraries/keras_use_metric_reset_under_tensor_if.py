# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.metrics.Mean()
def f(x):
    if tf.reduce_sum(x) > 1.:
        m.reset_state()
    m.update_state(x)
    return m.result()
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
