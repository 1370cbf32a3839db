# observed: raises
# function: f
import tensorflow as tf

def f(x, n):
    y = tf.repeat(x, n)
    return tf.reduce_sum(y) * float(y.shape[0])
RESULT = [f(tf.ones([3]), tf.constant(2)), f(tf.ones([3]), tf.constant(1))]
