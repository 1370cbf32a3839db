# observed: same
# function: f
import tensorflow as tf

def f(x):
    i = tf.constant(0)
    while i < 3:
        x = x * 2.
        i += 1
    return x / x.shape[0]
RESULT = [f(tf.ones([4])), f(tf.ones([3]))]
