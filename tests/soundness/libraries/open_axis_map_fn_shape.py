# observed: same
# function: f
import tensorflow as tf

def f(x):
    y = tf.map_fn(lambda v: v * 2., x)
    return y / y.shape[0]
RESULT = [f(tf.ones([4])), f(tf.ones([3]))]
