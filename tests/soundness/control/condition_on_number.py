# observed: raises
# function: f
import tensorflow as tf

def f(x):
    if tf.math.count_nonzero(x):
        x = x * 2.0
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
