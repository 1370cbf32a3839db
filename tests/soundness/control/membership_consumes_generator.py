# observed: differs
# function: f
import tensorflow as tf

letters = (letter for letter in "abc")


def f(x):
    if "b" in letters:
        return x * 2.0
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
