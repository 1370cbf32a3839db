# observed: differs
# function: f
import tensorflow as tf

cache = {}


def f(x):
    if id(x) not in cache:
        cache[id(x)] = 1.0
    return x * cache[id(x)]


x = tf.ones([2])
RESULT = (f(x), len(cache), f(x), len(cache), f(tf.zeros([2])), len(cache) > 1)
