# observed: same
# function: f
import tensorflow as tf

def f(x):
    name = ""
    for part in ("a", "b"):
        name += part
    with tf.name_scope(name):
        return x * float(len(name))


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
