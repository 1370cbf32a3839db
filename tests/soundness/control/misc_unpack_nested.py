# observed: same
# function: f
import tensorflow as tf

def f(x):
    (a,(b,c)),d=((x,(x*2.,3.)),4.)
    return a+b+c+d

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
