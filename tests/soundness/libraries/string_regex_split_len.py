# observed: same
# function: f
import tensorflow as tf

def f(s):
    s = tf.strings.regex_replace(s, '[^a-z ]', '')
    return tf.strings.length(s)
RESULT = [f(tf.constant('ab!c')), f(tf.constant('a b'))]
