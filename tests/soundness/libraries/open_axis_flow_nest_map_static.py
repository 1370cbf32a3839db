# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.nest.map_structure(lambda t: t / t.shape[0], [x, x[:2]])[1]
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([1., 3., 2.]))]
