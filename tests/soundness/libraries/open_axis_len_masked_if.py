# observed: same
# function: f
import tensorflow as tf

def f(x):
    y = x[x > 0]
    if len(y) > 3:
        return tf.reduce_sum(y)
    return tf.reduce_mean(y)
RESULT = [f(tf.ones([4])), f(tf.ones([3]))]
