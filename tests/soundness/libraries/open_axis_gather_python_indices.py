# observed: same
# function: f
import tensorflow as tf

def f(x, idx):
    y = tf.gather(x, idx)
    return y / y.shape[0]
RESULT = [f(tf.constant([1., 2., 3.]), [0, 1]), f(tf.constant([1., 2., 3.]), [0, 1])]
