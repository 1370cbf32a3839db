# observed: same
# function: f
import tensorflow as tf

def f(x):
    n = 0
    while True:
        x = x * 2.0
        n += 1
        if n == 3:
            break
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
