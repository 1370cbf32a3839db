# observed: raises
# function: f
import tensorflow as tf

def f(x):
    if tf.reduce_sum(x) > 0:
        y = x[:2]
    else:
        y = x[:3]
    return tf.reduce_sum(y) / y.shape[0]
RESULT = [f(tf.ones([4])), f(-tf.ones([4]))]
