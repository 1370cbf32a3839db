# observed: raises
# function: f
import tensorflow as tf

def f(x):
    return x * float(x.__len__())
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
