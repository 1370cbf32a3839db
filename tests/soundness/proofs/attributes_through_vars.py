# observed: same
# function: __call__
import tensorflow as tf


class Scaler(tf.Module):
    def __init__(self, **options):
        vars(self).update(options, shift=tf.Variable(2.0))

    def __call__(self, x):
        y = tf.exp(x) * self.scale + self.shift
        for _ in range(self.rounds):
            y = tf.tanh(y) + tf.square(x) - tf.abs(y)
        return tf.reduce_sum(y)


scaler = Scaler(scale=3.0, rounds=4)
RESULT = [scaler(tf.constant([0.1, 0.2]) * k) for k in (1.0, 2.0, 3.0)]
