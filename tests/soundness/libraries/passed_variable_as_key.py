# observed: differs
# function: f
import tensorflow as tf
lrs = {}
def f(v):
    return v * lrs[v.ref()]
a, b = tf.Variable(1.0), tf.Variable(1.0)
lrs[a.ref()] = 1.0; lrs[b.ref()] = 2.0
RESULT = [f(a), f(b)]
