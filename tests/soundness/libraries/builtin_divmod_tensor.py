# observed: same
# function: f
import tensorflow as tf

def f(x):
    q, r = divmod(x, 3)
    return q + r
try:
    RESULT = [f(tf.constant(7)), f(tf.constant(8))]
except TypeError:
    RESULT = 'no'
