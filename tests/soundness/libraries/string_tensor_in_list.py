# observed: raises
# function: f
import tensorflow as tf

def f(s, x):
    if s in ['AB', 'CD']:
        return x
    return -x
RESULT = [f(tf.constant('AB'), tf.constant(1.)), f(tf.constant('EF'), tf.constant(1.))]
