# observed: same
# function: f
import tensorflow as tf

def f(xs):
    return tf.add_n(list(filter(lambda t: t is not None, xs)))
RESULT = [f([tf.ones([2]), None]), f([tf.ones([2])])]
