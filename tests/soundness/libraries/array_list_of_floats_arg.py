# observed: same
# function: f
import tensorflow as tf

def f(ws, x):
    return x * tf.constant(ws)
RESULT = [f([1., 2.], tf.ones([2])), f([3., 2.], tf.ones([2]))]
