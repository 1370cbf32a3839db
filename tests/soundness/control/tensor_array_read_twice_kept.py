# observed: same
# function: f
import tensorflow as tf
def f(n):
    ta = tf.TensorArray(tf.float32, 3, clear_after_read=False)
    ta = ta.unstack(tf.ones([3]))
    return ta.read(0) + ta.read(0)
RESULT = [f(tf.constant(1)), f(tf.constant(2))]
