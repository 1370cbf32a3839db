# observed: same
# function: int_div_counter
import tensorflow as tf

def int_div_counter(x):
    n = 10
    while tf.reduce_sum(x) < 50.0:
        n = n // 2
        x = x * 2.0
    return x * tf.cast(n, tf.float32)

RESULT = (int_div_counter(tf.constant([3.0, 2.0])), int_div_counter(tf.constant([0.25, 0.25])))
