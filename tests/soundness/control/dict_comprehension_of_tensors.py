# observed: same
# function: f
import tensorflow as tf

def f(x):
    powers = {k: x**k for k in (1.0, 2.0)}
    return powers[1.0] + powers[2.0]


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
