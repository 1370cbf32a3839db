# observed: differs
# function: f
import tensorflow as tf

hits = []


def f(x, key):
    table = {"a": 2.0}
    try:
        factor = table[key]
    except KeyError:
        factor = 1.0
    else:
        hits.append(key)
    return x * factor


f(tf.ones([2]), "a")
f(tf.ones([2]), "a")
RESULT = hits
