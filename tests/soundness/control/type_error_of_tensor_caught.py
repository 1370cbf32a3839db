# observed: differs
# function: f
import tensorflow as tf

def f(x):
    try:
        k = [1.0, 2.0][tf.argmax(x)]
    except TypeError:
        k = 5.0
    return x * k


RESULT = (f(tf.constant([1.0, 2.0])), f(tf.constant([2.0, 1.0])))
