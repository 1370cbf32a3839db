# observed: same
# function: f
import tensorflow as tf

def f(xs):
    return tf.stack(list(map(lambda t: t * 2., xs)))
RESULT = [f([tf.ones([2]), tf.ones([2])]), f([tf.ones([2])])]
