# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.vectorized_map(lambda v: tf.reduce_sum(v * v), x)
RESULT = [f(tf.ones([2, 3])), f(tf.zeros([2, 3]))]
