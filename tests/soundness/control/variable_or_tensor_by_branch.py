# observed: differs
# function: f
import tensorflow as tf
w = tf.Variable(2.0)
def f(x):
    k = w if x > 0 else x
    w.assign_add(1.0)
    return k + 0.0
RESULT = [f(tf.constant(2.0)), f(tf.constant(-1.0))]
