# observed: same
# function: f
import tensorflow as tf

def f(x):
    s = tf.zeros([2])
    for i in range(0, x.shape[0], 2):
        b = x[i:i + 2]
        s += tf.reduce_sum(b) / b.shape[0]
    return s
RESULT = [f(tf.ones([4])), f(tf.ones([6]))]
