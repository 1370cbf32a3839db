# observed: output-differs
# function: f
import tensorflow as tf
import sys


def f(x):
    sys.stdout.write("step\n")
    return x * 2.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
