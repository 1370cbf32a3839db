# observed: raises
# function: f
import tensorflow as tf
def f(x):
    q = x.dtype
    for i in tf.range(2):
        q = x.dtype
    return tf.cast(x, q)
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
