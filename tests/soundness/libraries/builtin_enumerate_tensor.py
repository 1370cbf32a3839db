# observed: raises
# function: f
import tensorflow as tf

def f(xs):
    s = 0.
    for i, x in enumerate(xs):
        s += x * float(i)
    return s
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
