# observed: same
# function: f
import tensorflow as tf
def f(t):
    s = 'relu'
    if t > 0:
        s = 'tanh'
    if s == 'relu':
        return t
    return t * 2
RESULT = [f(tf.constant(2)), f(tf.constant(-3))]
