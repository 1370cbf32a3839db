# observed: raises
# function: f
import tensorflow as tf

def f(x):
    return x * x.__array__().sum()
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
