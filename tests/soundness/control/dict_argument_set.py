# observed: raises
# function: f
import tensorflow as tf

def f(x, state):
    state["h"] = x + state["h"]
    return state["h"]


state = {"h": tf.zeros([2])}
RESULT = (f(tf.ones([2]), state), f(tf.ones([2]), state), state)
