# observed: same
# function: f
import tensorflow as tf

def f(x): return tf.add_n(list(filter(lambda v: True,[x,x])))

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
