# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.strings.as_string(x) + ' units'
RESULT = [f(tf.constant(1)), f(tf.constant(2))]
