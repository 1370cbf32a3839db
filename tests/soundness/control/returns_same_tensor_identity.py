# observed: differs
# function: f
import tensorflow as tf

def f(x):
    return x


x = tf.ones([2])
RESULT = f(x) is x
