# observed: same
# function: f
import tensorflow as tf

def f(x):
    i = 0
    while tf.reduce_sum(x) < 100.0:
        x = x * 2.0
        i += 1
        if i > 3:
            break
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([30])))
