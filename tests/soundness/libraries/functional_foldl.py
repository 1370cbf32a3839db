# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.foldl(lambda a, v: a + v, x)
RESULT = [f(tf.constant([1., -2., 3.])), f(tf.constant([-1., -2., 2.]))]
