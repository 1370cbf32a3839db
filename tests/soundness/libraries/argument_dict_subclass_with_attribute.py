# observed: raises
# function: f
import tensorflow as tf
class Options(dict):
    def __init__(self, scale):
        super().__init__(scale=scale)
        self.scale = scale
def f(x, options): return x * options.scale
options = Options(2.0)
RESULT = [f(tf.constant([1.0]), options), f(tf.constant([2.0]), options)]
