# observed: same
# function: f
import tensorflow as tf

def f(s):
    return tf.strings.join([tf.strings.lower(s), 'x'], separator='-')
RESULT = [f(tf.constant('AB')), f(tf.constant('CD'))]
