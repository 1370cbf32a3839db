# observed: raises
# function: f
import tensorflow as tf

v = tf.Variable(0.)
def f(x):
    return tf.group(v.assign_add(x))
f(tf.constant(1.))
RESULT = [f(tf.constant(2.)), v]
