# observed: raises
# function: f
import tensorflow as tf

def f(x, k):
    v, i = tf.math.top_k(x, k)
    return v / v.shape[0]
RESULT = [f(tf.constant([1., 2., 3.]), tf.constant(2)), f(tf.constant([1., 2., 3.]), tf.constant(3))]
