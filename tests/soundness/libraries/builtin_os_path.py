# observed: same
# function: f
import tensorflow as tf
import os

def f(name):
    return tf.strings.join([os.path.join('a', 'b'), name])
RESULT = [f(tf.constant('x')), f(tf.constant('y'))]
