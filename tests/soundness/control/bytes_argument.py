# observed: same
# function: f
import tensorflow as tf

def f(x, word):
    return x * float(len(word))


RESULT = (f(tf.ones([2]), b"ab"), f(tf.ones([2]), b"abc"))
