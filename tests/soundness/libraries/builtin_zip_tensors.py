# observed: raises
# function: f
import tensorflow as tf

def f(xs, ys):
    s = 0.
    for x, y in zip(xs, ys):
        s += x * y
    return s
RESULT = [f(tf.ones([2]), tf.ones([2])), f(tf.ones([2]), tf.zeros([2]))]
