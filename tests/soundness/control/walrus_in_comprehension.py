# observed: same
# function: f
import tensorflow as tf

def f(x):
    total = 0.0
    parts = [total := total + k for k in (1.0, 2.0)]
    return x * total + parts[0]


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
