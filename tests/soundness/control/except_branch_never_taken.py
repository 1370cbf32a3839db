# observed: same
# function: f
import tensorflow as tf

fallbacks = []


def f(x, key):
    table = {"a": 2.0}
    try:
        factor = table[key]
    except KeyError:
        fallbacks.append(key)
        factor = 1.0
    return x * factor


f(tf.ones([2]), "a")
f(tf.ones([2]), "a")
RESULT = fallbacks
