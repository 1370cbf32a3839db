# observed: differs
# function: f
import tensorflow as tf

def f(x, n):
    return tf.stack([x] * int(n))
RESULT = [f(tf.ones([2]), tf.constant(2)), f(tf.ones([2]), tf.constant(3))]
