# observed: raises
# function: f
import tensorflow as tf

def f(x):
    ys = [t[t > 0] for t in [x, x * 2.]]
    return tf.add_n([tf.reduce_sum(y) / y.shape[0] for y in ys])
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([1., 3., 2.]))]
