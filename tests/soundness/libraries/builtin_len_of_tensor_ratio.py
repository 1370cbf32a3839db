# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.reduce_sum(x) / len(x)
RESULT = [f(tf.ones([4])), f(tf.ones([3]))]
