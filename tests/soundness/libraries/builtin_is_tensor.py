# observed: same
# function: f
import tensorflow as tf

def f(x):
    if tf.is_tensor(x):
        return x * 2.
    return tf.constant(x) * 3.
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
