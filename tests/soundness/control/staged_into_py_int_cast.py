# observed: raises
# function: into_py_int_cast
import tensorflow as tf

def into_py_int_cast(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return x * tf.constant(n, tf.float32)

RESULT = (into_py_int_cast(tf.constant([3.0, 2.0])), into_py_int_cast(tf.constant([0.25, 0.25])))
