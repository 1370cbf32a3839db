# observed: raises
# function: f
import tensorflow as tf

def f(x):
    out = []
    out.append(x[x > 0])
    return tf.reduce_sum(out[0]) / out[0].shape[0]
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([1., 3., 2.]))]
