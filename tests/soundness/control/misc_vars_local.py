# observed: same
# function: f
import tensorflow as tf

def f(x):
    class A: pass
    a=A(); a.k=2.
    return x*vars(a)['k']

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
