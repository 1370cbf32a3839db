# observed: same
# function: f
import tensorflow as tf

def f(x):
    g = tf.random.get_global_generator()
    return x + 0. * g.normal([2])
RESULT = [f(tf.zeros([2])), f(tf.zeros([2]))]
