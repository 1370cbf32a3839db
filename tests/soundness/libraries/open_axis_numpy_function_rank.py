# observed: raises
# function: f
import tensorflow as tf

def f(x):
    y = tf.numpy_function(lambda a: a[:1], [x], tf.float32)
    if len(y.shape) == 1:
        return y * 2.
    return y
RESULT = [f(tf.ones([3])), f(tf.ones([3]))]
