# observed: differs
# function: f
import tensorflow as tf

def f(x, states):
    return x, states


states = [tf.zeros([2])]
y, same = f(tf.ones([2]), states)
states[0] = tf.ones([2])
RESULT = same
