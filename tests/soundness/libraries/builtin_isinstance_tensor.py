# observed: same
# function: f
import tensorflow as tf

def f(x):
    if isinstance(x, tf.Tensor):
        return x * 2.
    return x * 3.
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
