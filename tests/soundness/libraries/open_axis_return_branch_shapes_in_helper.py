# observed: raises
# function: f
import tensorflow as tf

def h(x):
    if tf.reduce_sum(x) > 0:
        return x[:2]
    return x[:3]
def f(x):
    y = h(x)
    return tf.reduce_sum(y) / y.shape[0]
RESULT = [f(tf.ones([4])), f(-tf.ones([4]))]
