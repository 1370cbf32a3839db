# observed: differs
# function: f
import tensorflow as tf

def f(x):
    ta = tf.TensorArray(tf.float32, size=3)
    for i in tf.range(3):
        ta.write(i, x * tf.cast(i, tf.float32))
    return ta.stack()
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
