# observed: differs
# function: f
import tensorflow as tf

names = {}
def f(x):
    return x * float(len(str(x)))
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
