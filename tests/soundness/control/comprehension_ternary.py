# observed: same
# function: f
import tensorflow as tf

def f(x):
    parts = [v if v > 0.0 else 0.0 for v in tf.unstack(x)]
    return tf.add_n(parts)


RESULT = (f(tf.constant([1.0, -2.0, 3.0])), f(tf.ones([3])))
