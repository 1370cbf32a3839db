# observed: raises
# function: f
import tensorflow as tf

def f(n):
    a, b = tf.zeros([2]), tf.ones([3])
    for _ in tf.range(n):
        a, b = b, a
    return tf.reduce_sum(a)


RESULT = (f(tf.constant(1)), f(tf.constant(2)))
