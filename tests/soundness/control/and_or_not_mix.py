# observed: same
# function: f
import tensorflow as tf

def f(x, training):
    total = tf.reduce_sum(x)
    if training and (total > 1.0 or not total < 0.0):
        x = x + 1.0
    return x


RESULT = (f(tf.ones([2]), True), f(tf.ones([20]), False), f(-tf.ones([2]), True))
