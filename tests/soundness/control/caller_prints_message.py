# observed: differs
# function: f
import tensorflow as tf

def f(x, mode):
    if mode != "a":
        raise ValueError("no mode " + mode)
    return x


try:
    f(tf.ones([2]), "b")
except ValueError as error:
    RESULT = str(error)
