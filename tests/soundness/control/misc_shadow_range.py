# observed: same
# function: f
import tensorflow as tf

def f(x):
    def range(n): return (1.,2.)
    for k in range(3): x=x*k
    return x

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
