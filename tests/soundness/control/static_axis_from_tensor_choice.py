# observed: raises
# function: f
import tensorflow as tf

def f(x):
    axis = 0
    if tf.reduce_sum(x) > 1.0:
        axis = 1
    return tf.nn.softmax(x, axis=axis)


RESULT = (f(tf.ones([2, 2])), f(tf.zeros([2, 2])))
