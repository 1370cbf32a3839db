# observed: same
# function: f
import tensorflow as tf

def f(a, b):
    return tf.einsum('...ij,...jk->...ik', a, b)
RESULT = [f(tf.ones([5, 2, 3]), tf.ones([5, 3, 2])), f(tf.ones([1, 2, 3]), tf.zeros([1, 3, 2]))]
