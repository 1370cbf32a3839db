# observed: same
# function: f
import tensorflow as tf

def f(x):
    if isinstance(x, tf.Tensor):
        return x * 2.0
    return tf.constant(x)


RESULT = (f(tf.ones([2])), f(3.0))
