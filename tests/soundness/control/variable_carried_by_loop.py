# observed: differs
# function: f
import tensorflow as tf
w = tf.Variable(2.0)
def f(n):
    k = w
    for _ in tf.range(n): k = k * 0.5
    w.assign_add(1.0)
    return k + 0.0
RESULT = [f(tf.constant(2)), f(tf.constant(0))]
