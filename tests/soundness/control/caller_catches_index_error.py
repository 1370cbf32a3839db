# observed: raises
# function: f
import tensorflow as tf

def f(x, index):
    return x * [1.0, 2.0][index]


try:
    f(tf.ones([2]), 5)
    word = "fine"
except IndexError:
    word = "index"
RESULT = word
