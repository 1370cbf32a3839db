# observed: differs
# function: f
import tensorflow as tf
import threading

state = threading.local()
state.n = 0


def f(x):
    state.n += 1
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = state.n
