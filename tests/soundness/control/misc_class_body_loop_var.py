# observed: same
# function: f
import tensorflow as tf

def f(x):
    for k in (1.,2.):
        class A: s=k
        x=x*A.s
    return x

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
