# observed: same
# function: f
import tensorflow as tf

def f(s, x):
    if s.startswith('A'):
        return x * 2.
    return x
RESULT = [f('AB', tf.constant(1.)), f('CD', tf.constant(1.))]
