# observed: raises
# function: f
import tensorflow as tf

v = tf.Variable(1.)
def f(x):
    return x * v.numpy()
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
