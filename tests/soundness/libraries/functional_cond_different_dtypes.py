# observed: raises
# function: f
import tensorflow as tf

def f(x):
    return tf.cond(tf.reduce_sum(x) > 0, lambda: x, lambda: tf.constant([1, 2]))
RESULT = [f(tf.ones([2])), f(-tf.ones([2]))]
