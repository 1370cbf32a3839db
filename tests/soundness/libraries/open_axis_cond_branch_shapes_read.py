# observed: raises
# function: f
import tensorflow as tf

def f(x):
    y = tf.cond(tf.reduce_sum(x) > 0, lambda: x[:2], lambda: x[:3])
    return tf.reduce_sum(y) / y.shape[0]
RESULT = [f(tf.ones([4])), f(-tf.ones([4]))]
