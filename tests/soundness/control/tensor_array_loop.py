# observed: same
# function: f
import tensorflow as tf

def f(x):
    parts = tf.TensorArray(tf.float32, size=3)
    for i in tf.range(3):
        parts = parts.write(i, x[i] * 2.0)
    return parts.stack()


RESULT = (f(tf.constant([1.0, 5.0, 3.0])), f(tf.ones([3])))
