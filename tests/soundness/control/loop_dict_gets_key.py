# observed: same
# function: f
import tensorflow as tf

def f(x):
    state = {"sum": tf.zeros([])}
    for v in x:
        state["last"] = v
        state["sum"] += v
    return state["sum"] + state["last"]


RESULT = (f(tf.constant([1.0, 5.0, 3.0])), f(tf.ones([3])))
