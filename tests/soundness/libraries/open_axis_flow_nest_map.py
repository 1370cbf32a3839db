# observed: raises
# function: f
import tensorflow as tf

def f(x):
    y = x[x > 0]
    return tf.nest.map_structure(lambda t: t / t.shape[0], [y])[0]
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([1., 3., 2.]))]
