# observed: same
# function: f
import tensorflow as tf
weight = tf.Variable([1.0, 2.0])
def f(x):
    y = x
    if x[0] > 0.5:
        y = weight
    return y * 2.0
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
