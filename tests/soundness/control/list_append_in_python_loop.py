# observed: same
# function: f
import tensorflow as tf

def f(x):
    parts = []
    for i in range(3):
        parts.append(x[i] * 2.0)
    return tf.stack(parts)


RESULT = (f(tf.constant([1.0, 5.0, 3.0])), f(tf.ones([3])))
