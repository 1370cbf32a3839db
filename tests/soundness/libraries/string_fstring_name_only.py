# observed: same
# function: f
import tensorflow as tf

def f(x, k):
    with tf.name_scope(f'block_{k}'):
        return x * 2.
RESULT = [f(tf.constant(1.), 1), f(tf.constant(2.), 2)]
