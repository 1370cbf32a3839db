# observed: differs
# function: f
import tensorflow as tf
def f(t):
    return sorted(t)
RESULT = [f(tf.constant([2.0, 1.0])) for k in range(2)]
