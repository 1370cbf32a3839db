# observed: differs
# function: f
import tensorflow as tf

step = 0


def advance():
    global step
    step = step + 1


def f(x):
    advance()
    return tf.nn.relu(x)


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = step
