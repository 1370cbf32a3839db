# observed: differs
# function: f
import tensorflow as tf

seen = []
def yes():
    seen.append(1)
    return tf.constant(1.)
def no():
    seen.append(0)
    return tf.constant(2.)
def f(x):
    return tf.cond(x > 0, yes, no)
RESULT = [f(tf.constant(1.)), f(tf.constant(2.)), seen]
