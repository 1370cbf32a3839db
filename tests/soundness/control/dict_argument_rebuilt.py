# observed: same
# function: f
import tensorflow as tf

def f(x, state):
    state = {**state, "h": x + state["h"]}
    return state


state = {"h": tf.zeros([2])}
state = f(tf.ones([2]), state)
RESULT = (f(tf.ones([2]), state), state)
