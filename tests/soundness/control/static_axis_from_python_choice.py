# observed: same
# function: f
import tensorflow as tf

def f(x, last):
    axis = 0
    if last:
        axis = 1
    return tf.nn.softmax(x, axis=axis)


RESULT = (f(tf.ones([2, 2]), True), f(tf.zeros([2, 2]), False))
