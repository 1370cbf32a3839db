# observed: differs
# function: f
import tensorflow as tf
def f(n):
    ta = tf.TensorArray(tf.float32, 3)
    ta = ta.unstack(tf.ones([3]))
    return ta.read(0) + ta.read(0)
try:
    RESULT = [f(tf.constant(1)), f(tf.constant(2))]
except Exception as e:
    RESULT = type(e).__name__
