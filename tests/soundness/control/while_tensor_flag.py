# observed: same
# function: f
import tensorflow as tf

def f(x):
    going = tf.constant(True)
    while going:
        x = x * 2.0
        going = tf.reduce_sum(x) < 10.0
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
