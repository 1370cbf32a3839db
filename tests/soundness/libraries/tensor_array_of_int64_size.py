# observed: raises
# function: f
import tensorflow as tf
def f(n):
    ta = tf.TensorArray(tf.float32, n)
    return ta.size()
RESULT = [f(tf.constant(3, tf.int64))]
