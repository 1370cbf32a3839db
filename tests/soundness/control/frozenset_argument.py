# observed: same
# function: f
import tensorflow as tf

def f(x, names):
    return x * 2.0 if "a" in names else x


RESULT = (f(tf.ones([2]), frozenset({"a"})), f(tf.ones([2]), frozenset({"b"})))
