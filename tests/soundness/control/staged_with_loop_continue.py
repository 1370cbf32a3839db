# observed: same
# function: with_loop_continue
import tensorflow as tf

def with_loop_continue(x):
    for v in tf.range(3):
        with tf.name_scope('q'):
            if tf.cast(v, tf.float32) < x[0]:
                continue
            x = x + 1.0
    return x

RESULT = (with_loop_continue(tf.constant([3.0, 2.0])), with_loop_continue(tf.constant([0.25, 0.25])))
