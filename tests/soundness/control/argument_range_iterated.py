# observed: same
# function: f
import tensorflow as tf
def f(x, r):
    return x * sum(r) + tf.reduce_sum(tf.constant(list(r), tf.float32)) + (1.0 if 2 in r else 0.0)
RESULT = f(tf.ones([2]), range(3))
