# observed: same
# function: f
import tensorflow as tf

def f(x):
    return x * float(tf.reduce_max(x))
RESULT = [f(tf.constant([1., 2.])), f(tf.constant([1., 3.]))]
