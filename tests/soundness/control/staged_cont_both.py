# observed: same
# function: cont_both
import tensorflow as tf

def cont_both(x):
    t = tf.constant(0.0)
    i = 0
    while i < 2:
        i += 1
        if x[i - 1] > 1.0:
            continue
        t += x[i - 1]
    return t

RESULT = (cont_both(tf.constant([3.0, 2.0])), cont_both(tf.constant([0.25, 0.25])))
