# observed: same
# function: f
import tensorflow as tf

def f(x):
    a=b=x
    a=a+1.
    return a*b

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
