# observed: raises
# function: f
import tensorflow as tf

def f(y, n):
    o = tf.one_hot(y, n)
    return tf.reduce_sum(o) / o.shape[-1]
RESULT = [f(tf.constant([0, 1]), tf.constant(3)), f(tf.constant([0, 1]), tf.constant(4))]
