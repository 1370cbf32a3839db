# observed: same
# function: f
import tensorflow as tf

def f(x):
    a,*b,c=[x,x*2.,x*3.,x*4.]
    return a+tf.add_n(b)+c

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
