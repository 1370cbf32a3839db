# observed: raises
# function: f
import tensorflow as tf

def f(x):
    u, i = tf.unique(x)
    return tf.stack([v * 2. for v in u])
RESULT = [f(tf.constant([1., 1., 2.])), f(tf.constant([1., 3., 2.]))]
