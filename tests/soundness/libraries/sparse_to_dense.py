# observed: same
# function: f
import tensorflow as tf

def f(s):
    return tf.sparse.to_dense(s) * 2.
s = tf.sparse.from_dense([[1., 0.], [0., 2.]])
RESULT = [f(s), f(s)]
