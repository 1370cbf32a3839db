# observed: same
# function: f
import tensorflow as tf

def f(x, y):
    if isinstance(y, (tuple, list)):
        y = y[0]
    return x * y
RESULT = [f(tf.ones([2]), [tf.ones([2])]), f(tf.ones([2]), tf.ones([2]))]
