# observed: raises
# function: f
import tensorflow as tf

def f(x):
    b = tf.math.bincount(x)
    return b / b.shape[0]
RESULT = [f(tf.constant([1, 2])), f(tf.constant([3, 2]))]
