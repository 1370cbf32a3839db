# observed: output-differs
# function: f
import tensorflow as tf
from tensorflow import keras

class C(keras.callbacks.Callback):
    def on_batch_end(self, batch, logs=None):
        print('batch')
c = C()
def f(x):
    c.on_batch_end(0)
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
