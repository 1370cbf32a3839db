# observed: same
# function: f
import tensorflow as tf

def f(x):
    ta = tf.TensorArray(tf.float32, size=1, clear_after_read=False)
    ta = ta.write(0, x)
    return ta.read(0) + ta.read(0)
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
