# observed: same
# function: f
import tensorflow as tf

def f(x, states):
    return x, states


states = [tf.zeros([2])]
y, states = f(tf.ones([2]), states)
states = [s + 1.0 for s in states]
RESULT = states
