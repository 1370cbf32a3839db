# observed: differs
# function: f
import tensorflow as tf

def f(a, b):
    if a is b:
        return a * 2.0
    return a + b * 3.0


x = tf.ones([2])
RESULT = (f(x, x), f(x, tf.ones([2])))
