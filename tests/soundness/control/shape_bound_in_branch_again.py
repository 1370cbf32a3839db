# observed: same
# function: f
import tensorflow as tf
def f(x):
    y = x
    sh = x.shape
    if x[0] > 0:
        sh = x.shape
        y = y * 2
    return tf.reshape(y, sh)
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
