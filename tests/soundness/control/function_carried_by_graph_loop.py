# observed: raises
# function: f
import tensorflow as tf
def f(x):
    y = x
    mode = tf.nn.relu
    for i in tf.range(2):
        y = y * 2
        mode = tf.nn.relu
    return mode(y)
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
