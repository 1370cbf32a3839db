# observed: raises
# function: f
import tensorflow as tf

def f(x):
    i = tf.where(x > 0)
    y = tf.gather_nd(x, i)
    return tf.linspace(0., 1., y.shape[0])
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([1., 3.]))]
