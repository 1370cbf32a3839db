# observed: raises
# function: f
import tensorflow as tf
import collections
P = collections.namedtuple("P", "a fn")
def f(x):
    p = P(x, tf.sin)
    if x[0] > 0:
        p = P(p.a * 2, tf.sin)
    return p.fn(p.a)
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
