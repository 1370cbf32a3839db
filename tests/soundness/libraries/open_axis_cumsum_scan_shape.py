# observed: same
# function: f
import tensorflow as tf

def f(x):
    y = tf.scan(lambda a, b: a + b, x)
    return y / y.shape[0]
RESULT = [f(tf.ones([4])), f(tf.ones([3]))]
