# observed: same
# function: f
import tensorflow as tf

def f(x):
    return x + tf.random.stateless_uniform(x.shape, [1, 2])
RESULT = [f(tf.ones([4])), f(tf.constant([1., -1.]))]
