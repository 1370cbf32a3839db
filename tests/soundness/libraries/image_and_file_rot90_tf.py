# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.image.rot90(x)
RESULT = [f(tf.reshape(tf.range(12.), [2, 2, 3])), f(tf.zeros([2, 2, 3]))]
