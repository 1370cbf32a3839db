# observed: raises
# function: f
import tensorflow as tf

def f(x, n):
    return x * (1 / n)


try:
    f(tf.ones([2]), 0)
    word = "fine"
except ZeroDivisionError:
    word = "zero"
RESULT = word
