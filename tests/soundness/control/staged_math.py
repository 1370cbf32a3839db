# observed: both-raise
# function: staged_math
import tensorflow as tf

def staged_math(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 4
    return x * math.sqrt(n)

RESULT = (staged_math(tf.constant([3.0, 2.0])), staged_math(tf.constant([0.25, 0.25])))
