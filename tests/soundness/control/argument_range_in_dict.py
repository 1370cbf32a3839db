# observed: differs
# function: f
import tensorflow as tf
def f(x, r):
    return x * (2.0 if type(r["n"]) is list else 3.0)
RESULT = f(tf.ones([2]), {"n": range(3)})
