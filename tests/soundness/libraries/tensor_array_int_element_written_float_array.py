# observed: same
# function: f
import tensorflow as tf

def f(x):
    ta = tf.TensorArray(tf.float32, size=2)
    ta = ta.write(0, 1.)
    ta = ta.write(1, x)
    return ta.stack()
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
