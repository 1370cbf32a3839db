# observed: differs
# function: f
import tensorflow as tf
def f(a, b):
    s = {a.ref(), b.ref()}
    return a * len(s)
t = tf.constant(1)
RESULT = [f(t, t), f(t, tf.constant(2))]
