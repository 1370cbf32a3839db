# observed: raises
# function: f
import tensorflow as tf

def f(x):
    v = tf.Variable(0.)
    for i in tf.range(3):
        v.assign_add(x)
    return v * 1.
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
