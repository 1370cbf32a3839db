# observed: raises
# function: f
import tensorflow as tf
def f(x, i):
    ta = tf.TensorArray(tf.float32, 3)
    ta = ta.unstack(x)
    return ta.gather(i)
RESULT = [f(tf.constant([1.0, 2.0, 3.0]), tf.constant([1], tf.int64))]
