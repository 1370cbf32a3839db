# observed: type-only
# function: f
import tensorflow as tf

def f(s):
    if s == 'AB':
        return 1.
    else:
        return 2.
RESULT = [f(tf.constant('AB')), f(tf.constant('CD'))]
