# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.scan(lambda a, v: a * 0.9 + v, x, initializer=tf.constant(0.))
RESULT = [f(tf.constant([1., -2., 3.])), f(tf.constant([-1., -2., 2.]))]
