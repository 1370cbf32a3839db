# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.debugging.check_numerics(x, 'bad') * 2.
RESULT = [f(tf.ones([3])), f(tf.ones([1]))]
