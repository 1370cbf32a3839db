# observed: same
# function: f
import tensorflow as tf

def f(x):
    sizes = {len(word) for word in ("a", "bb", "cc")}
    return x * float(sum(sizes))


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
