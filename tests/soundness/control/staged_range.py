# observed: same
# function: staged_range
import tensorflow as tf

def staged_range(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    for _ in range(n):
        x = x + 1.0
    return x

RESULT = (staged_range(tf.constant([3.0, 2.0])), staged_range(tf.constant([0.25, 0.25])))
