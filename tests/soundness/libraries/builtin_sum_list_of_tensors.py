# observed: same
# function: f
import tensorflow as tf

def f(x):
    return sum([x, x * 2., x * 3.])
RESULT = [f(tf.constant([1., -2.])), f(tf.constant([1., 3.]))]
