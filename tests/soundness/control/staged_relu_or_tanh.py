# observed: raises
# function: relu_or_tanh
import tensorflow as tf

def relu_or_tanh(x):
    if tf.reduce_sum(x) > 1.0:
        act = tf.nn.relu
    else:
        act = tf.nn.tanh
    return act(x)

RESULT = (relu_or_tanh(tf.constant([3.0, 2.0])), relu_or_tanh(tf.constant([0.25, 0.25])))
