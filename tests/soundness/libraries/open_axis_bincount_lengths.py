# observed: raises
# function: f
import tensorflow as tf

def f(x):
    b = tf.math.bincount(x, minlength=5, maxlength=5)
    return b / b.shape[0]
RESULT = [f(tf.constant([1, 2])), f(tf.constant([3, 2]))]
