# observed: raises
# function: f
import numpy as np
import tensorflow as tf
class Signal:
    gain = 2.0
    def __array__(self, dtype=None, copy=None): return np.ones(3, np.float32)
def f(x, signal): return x * signal.gain
signal = Signal()
RESULT = [f(tf.constant([1.0]), signal), f(tf.constant([2.0]), signal)]
