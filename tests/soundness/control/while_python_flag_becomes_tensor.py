# observed: raises
# function: f
import tensorflow as tf

def f(x):
    done = False
    while not done:
        x = x * 2.0
        done = tf.reduce_sum(x) > 10.0
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
