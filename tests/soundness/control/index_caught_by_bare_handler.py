# observed: same
# function: f
import tensorflow as tf


def f(a):
    try:
        y = a[5]
    except:
        y = a[0]
    return y


RESULT = [f(tf.ones((2, 3)))]
