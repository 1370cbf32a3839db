# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.case([(x > 1., lambda: x * 2.), (x > 0., lambda: x)], default=lambda: -x)
RESULT = [f(tf.constant(2.)), f(tf.constant(.5)), f(tf.constant(-1.))]
