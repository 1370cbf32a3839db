# observed: same
# function: f
import tensorflow as tf

def f(x):
    class A: s=x
    return A.s*2.

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
