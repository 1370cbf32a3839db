# observed: raises
# function: f
import tensorflow as tf

def f(x):
    k=1.
    if tf.reduce_sum(x)>1.: k='s'
    del k
    return x

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
