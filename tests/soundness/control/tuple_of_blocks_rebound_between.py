# observed: differs
# function: f
import tensorflow as tf

blocks = (tf.nn.relu, tf.square)


def f(x):
    for block in blocks:
        x = block(x)
    return x


a = f(tf.fill([2], 3.0))
blocks = blocks + (tf.sqrt,)
RESULT = (a, f(tf.fill([2], 3.0)))
