# observed: both-raise
# function: f
import tensorflow as tf

def f(x): return x*globals()['SCALE']

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
