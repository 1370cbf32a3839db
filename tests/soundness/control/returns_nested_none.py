# observed: same
# function: f
import tensorflow as tf

def f(x):
    return x * 2.0, None, {"aux": None}


a, b, c = f(tf.ones([2]))
RESULT = (a, b, c["aux"])
