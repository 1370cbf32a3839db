# observed: raises
# function: f
import tensorflow as tf
def f(x, i):
    ta = tf.TensorArray(tf.float32, 3)
    ta = ta.scatter(i, x)
    return ta.stack()
RESULT = [f(tf.constant([1.0, 2.0, 3.0]), tf.constant([0, 1, 2], tf.int64))]
