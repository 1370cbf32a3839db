# observed: same
# function: f
import tensorflow as tf

def f(x):
    with tf.device('/CPU:0'):
        return x * 2.
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
