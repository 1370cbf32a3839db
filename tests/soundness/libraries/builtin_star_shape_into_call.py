# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.reshape(x, [1, *x.shape])
RESULT = [f(tf.ones([2, 3])), f(tf.ones([3, 3]))]
