# observed: same
# function: f
import tensorflow as tf

def f(x):
    ta = tf.TensorArray(tf.float32, size=0, dynamic_size=True)
    for i in tf.range(3):
        ta = ta.write(i, x * tf.cast(i, tf.float32))
    return ta.stack()
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
