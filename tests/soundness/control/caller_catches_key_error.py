# observed: same
# function: f
import tensorflow as tf

def f(x, key):
    return x * {"a": 1.0}[key]


try:
    f(tf.ones([2]), "b")
    word = "fine"
except KeyError:
    word = "key"
RESULT = word
