# observed: same
# function: f
import tensorflow as tf

def f(x):
    k=2.
    class A: s=k
    return x*A.s

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
