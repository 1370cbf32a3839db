# observed: raises
# function: f
import tensorflow as tf
def f(x):
    y = x
    act = tf.nn.relu
    if x[0] > 0:
        act = tf.nn.relu
        y = y * 2
    return act(y)
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
