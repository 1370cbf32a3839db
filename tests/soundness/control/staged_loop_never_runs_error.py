# observed: raises
# function: loop_never_runs_error
import tensorflow as tf

def loop_never_runs_error(x):
    for i in tf.range(0):
        x = x + tf.ones([3])
    return tf.reduce_sum(x)

RESULT = (loop_never_runs_error(tf.constant([3.0, 2.0])), loop_never_runs_error(tf.constant([0.25, 0.25])))
