# observed: raises
# function: f
import tensorflow as tf

def f(x, n):
    return x * float(max(int(n), 1))
RESULT = [f(tf.ones([2]), tf.constant(2)), f(tf.ones([2]), tf.constant(0))]
