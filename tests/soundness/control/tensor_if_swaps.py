# observed: same
# function: f
import tensorflow as tf

def f(a, b):
    if tf.reduce_sum(a) > tf.reduce_sum(b):
        a, b = b, a
    return a - b


RESULT = (f(tf.ones([2]), tf.zeros([2])), f(tf.zeros([2]), tf.ones([2])))
