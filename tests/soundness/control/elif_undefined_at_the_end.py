# observed: raises
# function: f
import tensorflow as tf

def f(x):
    total = tf.reduce_sum(x)
    if total > 10.0:
        k = 3.0
    elif total >= 0.0:
        k = 2.0
    return x * k


RESULT = (f(tf.ones([2])), f(tf.ones([20])), f(tf.zeros([2])))
