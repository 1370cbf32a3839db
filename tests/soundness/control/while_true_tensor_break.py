# observed: raises
# function: f
import tensorflow as tf

def f(x):
    while True:
        x = x * 2.0
        if tf.reduce_sum(x) > 10.0:
            break
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
