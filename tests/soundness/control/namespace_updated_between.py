# observed: differs
# function: f
import tensorflow as tf
class Scaler:
    def __init__(self, **options):
        self.__dict__.update(options)
    def f(self, x):
        return x * self.scale
scaler = Scaler(scale=2.0)
RESULT = [scaler.f(tf.constant(2.0))]
vars(scaler).update(scale=3.0)
RESULT.append(scaler.f(tf.constant(2.0)))
