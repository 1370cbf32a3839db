# observed: raises
# function: staged_truediv
import tensorflow as tf

def staged_truediv(x):
    n = 7
    if tf.reduce_sum(x) > 1.0:
        n = 9
    return x * (n / 2)

RESULT = (staged_truediv(tf.constant([3.0, 2.0])), staged_truediv(tf.constant([0.25, 0.25])))
