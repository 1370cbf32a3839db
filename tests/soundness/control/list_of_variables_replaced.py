# observed: differs
# function: f
import tensorflow as tf

weights = [tf.Variable(1.0), tf.Variable(2.0)]


def f(x):
    return x * weights[0] + weights[1]


a = f(tf.ones([2]))
weights[0] = tf.Variable(5.0)
RESULT = (a, f(tf.ones([2])))
