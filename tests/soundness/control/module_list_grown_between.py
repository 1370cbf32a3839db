# observed: differs
# function: f
import tensorflow as tf

class Block(tf.Module):
    def __init__(self, weight):
        super().__init__()
        self.weight = tf.Variable(weight)

    def __call__(self, x):
        return x * self.weight


blocks = [Block(2.0)]


def f(x):
    for block in blocks:
        x = block(x)
    return x


a = f(tf.ones([2]))
blocks.append(Block(5.0))
RESULT = (a, f(tf.ones([2])))
