# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.add_n(x) if type(x) is list else x[0]


RESULT = (f([tf.ones([2]), tf.ones([2])]), f((tf.ones([2]), tf.ones([2]))))
