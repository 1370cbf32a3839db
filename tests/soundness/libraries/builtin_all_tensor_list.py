# observed: raises
# function: f
import tensorflow as tf

def f(xs):
    if all(tf.reduce_sum(x) > 0 for x in xs):
        return xs[0]
    return -xs[0]
RESULT = [f([tf.ones([2]), tf.ones([2])]), f([tf.ones([2]), tf.zeros([2])])]
