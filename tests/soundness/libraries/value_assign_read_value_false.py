# observed: raises
# function: f
import tensorflow as tf

v = tf.Variable(1.)
def f(x):
    return v.assign(x, read_value=False)
f(tf.constant(2.))
RESULT = v
