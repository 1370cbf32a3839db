# observed: raises
# function: f
import tensorflow as tf

def f(s):
    return s.values.numpy().sum()
s = tf.sparse.from_dense([[1., 0.], [0., 2.]])
RESULT = [f(s), f(s)]
