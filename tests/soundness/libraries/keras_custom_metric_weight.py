# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

class Count(keras.metrics.Metric):
    def __init__(self):
        super().__init__()
        self.n = self.add_weight(name='n', initializer='zeros')
    def update_state(self, x, sample_weight=None):
        self.n.assign_add(tf.reduce_sum(x))
    def result(self):
        return self.n / 2.
m = Count()
def f(x):
    m.update_state(x)
    return m.result()
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
