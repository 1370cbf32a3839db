# observed: same
# function: f
import tensorflow as tf

def f(x):
    return x * 2.0 if hasattr(x, "shape") else x


RESULT = f(tf.ones([2]))
