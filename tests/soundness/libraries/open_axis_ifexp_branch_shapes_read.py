# observed: raises
# function: f
import tensorflow as tf

def f(x):
    y = x[:2] if tf.reduce_sum(x) > 0 else x[:3]
    return tf.reduce_sum(y) / y.shape[0]
RESULT = [f(tf.ones([4])), f(-tf.ones([4]))]
