# observed: differs
# function: f
import tensorflow as tf

v = tf.Variable(1.)
def f(x):
    return v.assign_add(x)
a = f(tf.constant(1.))
b = f(tf.constant(2.))
RESULT = [float(a), float(b)]
