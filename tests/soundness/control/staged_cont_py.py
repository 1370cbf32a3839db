# observed: same
# function: cont_py
import tensorflow as tf

def cont_py(x):
    t = tf.constant(0.0)
    for i in range(2):
        if x[i] > 1.0:
            continue
        t += x[i]
    return t

RESULT = (cont_py(tf.constant([3.0, 2.0])), cont_py(tf.constant([0.25, 0.25])))
