# observed: raises
# function: f
import tensorflow as tf

def f(x):
    return zip((x,), (x * 2.0,))


RESULT = [a + b for a, b in f(tf.ones([2]))]
