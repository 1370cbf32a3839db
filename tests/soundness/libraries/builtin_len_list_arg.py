# observed: same
# function: f
import tensorflow as tf

def f(xs):
    return tf.add_n(xs) / len(xs)
RESULT = [f([tf.ones([2]), tf.ones([2])]), f([tf.ones([2])])]
