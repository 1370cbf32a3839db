# observed: differs
# function: f
import tensorflow as tf
class Scaler:
    def __init__(self, **options):
        self.calls = 0
        self.__dict__.update(options)
    @property
    def scale(self):
        self.calls += 1
        return float(self.calls)
    def f(self, x):
        return x * self.scale
scaler = Scaler(scale=2.0)
RESULT = [scaler.f(tf.constant(2.0)), scaler.f(tf.constant(2.0))]
