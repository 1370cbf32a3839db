# observed: same
# function: f
import tensorflow as tf

def f(x):
    return x, range(3)


RESULT = len(f(tf.ones([2]))[1])
