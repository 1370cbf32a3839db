# observed: raises
# function: f
import tensorflow as tf

def f(x):
    y = x
    while tf.shape(y)[0] < 5:
        y = tf.concat([y, x], 0)
    return y
RESULT = [f(tf.ones([2])), f(tf.ones([3]))]
