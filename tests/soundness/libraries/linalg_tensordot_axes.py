# observed: same
# function: f
import tensorflow as tf

def f(a, b):
    return tf.tensordot(a, b, axes=[[1], [0]]) + tf.tensordot(a, b, 1)
RESULT = [f(tf.ones([2, 3]), tf.ones([3, 2])), f(tf.ones([2, 3]), tf.zeros([3, 2]))]
