# observed: raises
# function: f
import tensorflow as tf

def f(x):
    y = x[x > 0]
    return y + tf.random.stateless_uniform(y.shape, [1, 2])
RESULT = [f(tf.ones([4])), f(tf.constant([1., -1.]))]
