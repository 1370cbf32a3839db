# observed: raises
# function: f
import tensorflow as tf

def f(x):
    k=1.
    for i in range(2):
        x=x*k
        if x[0]>1.: k=2
    return x

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
