# observed: differs
# function: f
import tensorflow as tf

def f(x):
    k = tf.get_static_value(tf.reduce_sum(x))
    return x * 5. if k is None else x * k
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
