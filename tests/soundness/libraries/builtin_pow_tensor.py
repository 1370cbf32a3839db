# observed: same
# function: f
import tensorflow as tf

def f(x):
    return pow(x, 2)
RESULT = [f(tf.constant([1., -2.])), f(tf.constant([1., 3.]))]
