# observed: same
# function: f
import tensorflow as tf

def f(x, n):
    if int(n) == 2:
        return x
    return -x
RESULT = [f(tf.ones([2]), tf.constant(2)), f(tf.ones([2]), tf.constant(0))]
