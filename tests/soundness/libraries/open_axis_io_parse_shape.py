# observed: raises
# function: f
import tensorflow as tf

def f(s):
    y = tf.io.decode_raw(s, tf.uint8)
    return tf.cast(y, tf.float32) / y.shape[0]
RESULT = [f(tf.constant('abc')), f(tf.constant('ab'))]
