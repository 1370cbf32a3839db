# observed: raises
# function: into_py_power
import tensorflow as tf

def into_py_power(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return x ** n

RESULT = (into_py_power(tf.constant([3.0, 2.0])), into_py_power(tf.constant([0.25, 0.25])))
