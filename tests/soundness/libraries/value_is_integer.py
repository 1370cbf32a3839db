# observed: raises
# function: f
import tensorflow as tf

def f(x):
    if float(x).is_integer():
        return x
    return -x
RESULT = [f(tf.constant(2.)), f(tf.constant(2.5))]
