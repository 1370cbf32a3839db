# observed: differs
# function: f
import tensorflow as tf

fallbacks = []


def f(x, table, key):
    try:
        factor = table[key]
    except KeyError:
        fallbacks.append(key)
        factor = 1.0
    return x * factor


table = {"a": 2.0}
f(tf.ones([2]), table, "b")
f(tf.ones([2]), table, "b")
RESULT = fallbacks
