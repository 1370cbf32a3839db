# observed: same
# function: f
import tensorflow as tf

def f(x, parts):
    parts = [*parts, x]
    return tf.add_n(parts)


parts = [tf.ones([2])]
RESULT = (f(tf.ones([2]), parts), parts)
