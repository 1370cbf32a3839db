# observed: same
# function: nested_functions_nonlocal_pyloop
import tensorflow as tf

def nested_functions_nonlocal_pyloop(x):
    total = tf.constant(0.0)

    def add(v):
        nonlocal total
        total = total + v
    for i in range(2):
        add(x[i])
    return total

RESULT = (nested_functions_nonlocal_pyloop(tf.constant([3.0, 2.0])), nested_functions_nonlocal_pyloop(tf.constant([0.25, 0.25])))
