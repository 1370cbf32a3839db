# observed: same
# function: f
import tensorflow as tf
def f(a, b):
    s = {a.ref(), b.ref()}
    return a * float(len(s))
v = tf.Variable(1.0)
RESULT = [f(v, v), f(v, tf.Variable(2.0))]
