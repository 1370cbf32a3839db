# observed: same
# function: py_continue_in_try
import tensorflow as tf

def py_continue_in_try(x):
    t = tf.constant(0.0)
    for i in range(2):
        try:
            if x[i] > 1.0:
                continue
        except ValueError:
            pass
        t += x[i]
    return t

RESULT = (py_continue_in_try(tf.constant([3.0, 2.0])), py_continue_in_try(tf.constant([0.25, 0.25])))
