# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

ms = {'a': keras.metrics.Mean(), 'b': keras.metrics.Mean()}
def f(x):
    for k, m in ms.items():
        m.update_state(x)
    return {k: m.result() for k, m in ms.items()}
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
