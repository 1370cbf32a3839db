# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

class C(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.seen = epoch
c = C()
def f(x, e):
    c.on_epoch_end(e)
    return x * 2.
RESULT = [f(tf.ones([2]), 0), f(tf.ones([2]), 0), c.seen]
