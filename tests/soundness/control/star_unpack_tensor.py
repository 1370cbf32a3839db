# observed: raises
# function: f
import tensorflow as tf

def f(x):
    first, *rest = x
    return first + tf.add_n(rest)


RESULT = (f(tf.constant([1.0, -2.0, 3.0])), f(tf.ones([3])))
