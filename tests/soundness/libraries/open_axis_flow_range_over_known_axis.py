# observed: same
# function: f
import tensorflow as tf

def f(x):
    y = tf.boolean_mask(x, x[:, 0] > 0)
    s = 0.
    for j in range(y.shape[1]):
        s += tf.reduce_sum(y[:, j])
    return s
RESULT = [f(tf.ones([3, 2])), f(tf.ones([2, 2]))]
