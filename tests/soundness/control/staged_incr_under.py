# observed: raises
# function: incr_under
import tensorflow as tf

def incr_under(x):
    n = 0
    while n < 3:
        if x[0] > 1.0:
            n += 1
        n += 1
    return x * float(n)

RESULT = (incr_under(tf.constant([3.0, 2.0])), incr_under(tf.constant([0.25, 0.25])))
