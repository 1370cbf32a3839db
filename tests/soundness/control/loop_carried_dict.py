# observed: same
# function: f
import tensorflow as tf

def f(x):
    state = {"sum": tf.zeros([]), "product": tf.ones([])}
    for v in x:
        state["sum"] = state["sum"] + v
        state["product"] *= v
    return state["sum"] + state["product"]


RESULT = (f(tf.constant([1.0, 5.0, 3.0])), f(tf.ones([3])))
