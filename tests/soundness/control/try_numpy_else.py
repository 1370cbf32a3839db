# observed: differs
# function: f
import tensorflow as tf

def f(x):
    try:
        k = float(x[0].numpy())
    except AttributeError:
        k = 0.0
    return x * k


RESULT = f(tf.ones([2]))
