# observed: differs
# function: f
import tensorflow as tf

v = tf.Variable(1.)
def f(x):
    global v
    v = v + x
    return v
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
