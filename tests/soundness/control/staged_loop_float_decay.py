# observed: same
# function: loop_float_decay
import tensorflow as tf

def loop_float_decay(x):
    lr = 0.1
    while tf.reduce_sum(x) < 100.0:
        x = x * 2.0
        lr = lr * 0.5
    return x * lr

RESULT = (loop_float_decay(tf.constant([3.0, 2.0])), loop_float_decay(tf.constant([0.25, 0.25])))
