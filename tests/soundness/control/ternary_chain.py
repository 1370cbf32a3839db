# observed: raises
# function: f
import tensorflow as tf

def f(x):
    total = tf.reduce_sum(x)
    k = 3.0 if total > 10.0 else 2.0 if total > 1.0 else 1.0
    return x * k


RESULT = (f(tf.ones([2])), f(tf.ones([20])), f(tf.zeros([2])))
