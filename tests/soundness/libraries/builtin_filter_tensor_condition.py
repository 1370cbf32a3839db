# observed: raises
# function: f
import tensorflow as tf

def f(xs):
    return tf.add_n(list(filter(lambda t: tf.reduce_sum(t) > 0, xs)))
RESULT = [f([tf.ones([2]), tf.zeros([2])]), f([tf.ones([2])])]
