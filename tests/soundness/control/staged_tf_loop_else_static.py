# observed: same
# function: tf_loop_else_static
import tensorflow as tf

def tf_loop_else_static(x):
    for i in range(2):
        x = x * 2.0
    else:
        x = x + 1.0
    return x

RESULT = (tf_loop_else_static(tf.constant([3.0, 2.0])), tf_loop_else_static(tf.constant([0.25, 0.25])))
