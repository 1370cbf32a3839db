# observed: same
# function: f
import tensorflow as tf

def f(x):
    k = tf.get_static_value(tf.constant(3.))
    return x * k
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
