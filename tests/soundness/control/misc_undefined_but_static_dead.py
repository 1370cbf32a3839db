# observed: raises
# function: f
import tensorflow as tf

def f(x):
    if tf.reduce_sum(x)>1.: y=x
    if x.shape[0]==7: return y
    return x

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
