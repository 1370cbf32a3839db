# observed: raises
# function: f
import tensorflow as tf

def f(x, n):
    if int(n):
        return x
    return -x
RESULT = [f(tf.ones([2]), tf.constant(2)), f(tf.ones([2]), tf.constant(0))]
