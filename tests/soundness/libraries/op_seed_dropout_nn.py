# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.nn.dropout(x, 0.5, seed=1)
RESULT = [f(tf.ones([4])), f(tf.ones([4]))]
