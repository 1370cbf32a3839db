# observed: raises
# function: f
import tensorflow as tf

def f(x):
    k=1.
    while k<3.:
        if x[0]>1.: k=k+1.
        else: k=k+2.
        x=x*2.
    return x

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
