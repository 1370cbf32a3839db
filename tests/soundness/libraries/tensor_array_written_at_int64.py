# observed: raises
# function: f
import tensorflow as tf
def f(x, i):
    ta = tf.TensorArray(tf.float32, 3)
    ta = ta.write(i, x)
    return ta.stack()
RESULT = [f(tf.constant(1.0), tf.constant(1, tf.int64))]
