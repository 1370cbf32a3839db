# observed: same
# function: f
import tensorflow as tf

def f(x):
    with tf.init_scope():
        k = tf.constant(2.)
    return x * k
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
