# observed: differs
# function: f
import tensorflow as tf
from tensorflow import keras

class Count(keras.metrics.Metric):
    def __init__(self):
        super().__init__()
        self.n = 0
    def update_state(self, x, sample_weight=None):
        self.n += 1
    def result(self):
        return tf.constant(float(self.n))
m = Count()
def f(x):
    m.update_state(x)
    return m.result()
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
