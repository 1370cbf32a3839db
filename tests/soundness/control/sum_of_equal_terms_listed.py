# observed: differs
# function: f
import tensorflow as tf
def f(x):
    s = x
    if x[0] > 0:
        s = sum([x, x])
    return s
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
