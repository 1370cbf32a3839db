# observed: raises
# function: f
import tensorflow as tf

def f(x, s):
    y = tf.image.resize(x, [s, s])
    return tf.reduce_mean(y) * y.shape[1]
RESULT = [f(tf.ones([1, 4, 4, 3]), tf.constant(2)), f(tf.ones([1, 4, 4, 3]), tf.constant(3))]
