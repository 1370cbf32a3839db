# observed: same
# function: f
import tensorflow as tf

def f(x, names):
    return tf.strings.join([tf.constant('-'.join(names)), tf.strings.as_string(x)])
RESULT = [f(tf.constant(1), ['a', 'b']), f(tf.constant(2), ['a', 'b'])]
