# observed: raises
# function: f
import tensorflow as tf

def f(a):
    return min(a)
RESULT = [f(tf.constant([1., 2.])), f(tf.constant([3., 2.]))]
