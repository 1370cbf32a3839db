# observed: differs
# function: f
import tensorflow as tf

def f(x):
    parts = [x, x * 2.0]
    if tf.reduce_sum(x) > 1.0:
        parts.pop()
    return tf.add_n(parts)


RESULT = (f(tf.ones([2])), f(tf.fill([2], 0.25)))
