# observed: raises
# function: nested_functions_nonlocal_loop
import tensorflow as tf

def nested_functions_nonlocal_loop(x):
    total = tf.constant(0.0)

    def add(v):
        nonlocal total
        total = total + v
    for v in x:
        add(v)
    return total

RESULT = (nested_functions_nonlocal_loop(tf.constant([3.0, 2.0])), nested_functions_nonlocal_loop(tf.constant([0.25, 0.25])))
