# observed: same
# function: f
import tensorflow as tf

def f(x):
    y = x[x > 0]
    return y + tf.zeros_like(y) + tf.random.stateless_uniform(tf.shape(y), [1, 2])
RESULT = [f(tf.ones([4])), f(tf.constant([1., -1.]))]
