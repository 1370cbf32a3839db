# observed: raises
# function: f
import tensorflow as tf

def f(x):
    y = x[x > 0]
    return tf.reduce_sum(y) / len(y)
RESULT = [f(tf.ones([4])), f(tf.ones([3]))]
