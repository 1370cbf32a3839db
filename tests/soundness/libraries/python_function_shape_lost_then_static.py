# observed: raises
# function: f
import tensorflow as tf

def g(a):
    return a * 2.
def f(x):
    y = tf.numpy_function(g, [x], tf.float32)
    return tf.reshape(y, [y.shape[0], 1])
RESULT = [f(tf.ones([3])), f(tf.ones([3]))]
