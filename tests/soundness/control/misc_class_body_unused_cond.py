# observed: same
# function: f
import tensorflow as tf

def f(x):
    k=2.
    class A: s=k
    if tf.reduce_sum(x)>1.: x=x*2.
    return x*A.s

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
