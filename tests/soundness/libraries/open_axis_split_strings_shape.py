# observed: raises
# function: f
import tensorflow as tf

def f(s):
    w = tf.strings.split(s)
    return tf.fill([w.shape[0]], 1.)
RESULT = [f(tf.constant('a b c')), f(tf.constant('a b'))]
