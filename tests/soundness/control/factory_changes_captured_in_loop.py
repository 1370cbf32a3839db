# observed: differs
# function: f
import tensorflow as tf

def train(rate):
    scale = rate * 2.0

    def f(x):
        return x * scale

    total = tf.zeros([2])
    for _ in range(3):
        total = total + f(tf.ones([2]))
        scale = scale * 0.5
    return total


RESULT = [train(rate) for rate in (0.1, 0.2)]
