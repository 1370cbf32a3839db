# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.stack(list(map(tf.square, [x, x + 1.0])))


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
