# observed: raises
# function: f
import tensorflow as tf

def f(x):
    parts = []
    for v in x:
        parts.append(v * 2.0)
    return tf.stack(parts)


RESULT = (f(tf.constant([1.0, 5.0, 3.0])), f(tf.ones([3])))
