# observed: raises
# function: f
import tensorflow as tf

def f(x, k):
    y = x[:k]
    return tf.reshape(y, [y.shape[0], 1])
RESULT = [f(tf.ones([5]), tf.constant(2)), f(tf.ones([5]), tf.constant(3))]
