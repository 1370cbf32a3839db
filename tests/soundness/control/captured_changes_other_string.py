# observed: same
# function: f
import tensorflow as tf

scale = 1.0


def f(x, mode):
    return x * scale if mode == "a" else x + scale


a = f(tf.ones([2]), "a")
scale = 5.0
RESULT = (a, f(tf.ones([2]), "b"))
