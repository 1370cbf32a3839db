# observed: raises
# function: loop_float_decay_double
import tensorflow as tf

def loop_float_decay_double(x):
    lr = 0.1
    y = tf.cast(x, tf.float64)
    while tf.reduce_sum(y) < 100.0:
        y = y * 2.0
        lr = lr * 0.5
    return y * lr

RESULT = (loop_float_decay_double(tf.constant([3.0, 2.0])), loop_float_decay_double(tf.constant([0.25, 0.25])))
