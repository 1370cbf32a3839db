# observed: same
# function: f
import tensorflow as tf

def f(x):
    if isinstance(x, (list, tuple)):
        return tf.add_n(list(x))
    return x


RESULT = (f(tf.ones([2])), f([tf.ones([2]), tf.ones([2])]), f((tf.ones([2]),)))
