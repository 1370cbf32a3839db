# observed: same
# function: f
import tensorflow as tf

def f(xs):
    return sum(tf.reduce_mean(x) for x in xs)
RESULT = [f([tf.ones([2]), tf.ones([3])]), f([tf.ones([2]), tf.zeros([3])])]
