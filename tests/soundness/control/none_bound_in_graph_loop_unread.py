# observed: same
# function: f
import tensorflow as tf
def f(x):
    y, aux = x, None
    for i in tf.range(2):
        y, aux = y * 2, None
    return y
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
