# observed: same
# function: f
import tensorflow as tf

class Block(tf.Module):
    def __init__(self, weight):
        super().__init__()
        self.weight = weight

    def __call__(self, x):
        return x * self.weight


shared = tf.Variable(2.0)
blocks = [Block(shared), Block(shared)]


def f(x):
    for block in blocks:
        x = block(x)
    shared.assign_add(1.0)
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([2])), shared)
