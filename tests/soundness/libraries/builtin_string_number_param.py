# observed: same
# function: f
import tensorflow as tf

def f(x, mode):
    return {'sum': tf.reduce_sum, 'mean': tf.reduce_mean}[mode](x)
RESULT = [f(tf.ones([2]), 'sum'), f(tf.ones([2]), 'mean')]
