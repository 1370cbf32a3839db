# observed: same
# function: f
import tensorflow as tf

def f(x):
    for i in tf.range(3):
        x = x + 1.0
    return x * tf.cast(i, tf.float32)


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
