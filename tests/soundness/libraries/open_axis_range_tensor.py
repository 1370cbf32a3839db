# observed: raises
# function: f
import tensorflow as tf

def f(n):
    r = tf.range(n)
    return tf.ones([r.shape[0]])
RESULT = [f(tf.constant(2)), f(tf.constant(3))]
