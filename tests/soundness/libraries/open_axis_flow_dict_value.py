# observed: raises
# function: f
import tensorflow as tf

def f(x):
    d = {'y': x[x > 0], 'x': x}
    return tf.reduce_sum(d['y']) / d['y'].shape[0]
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([1., 3., 2.]))]
