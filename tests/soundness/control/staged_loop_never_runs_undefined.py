# observed: same
# function: loop_never_runs_undefined
import tensorflow as tf

def loop_never_runs_undefined(x):
    for i in tf.range(tf.cast(tf.reduce_sum(x) * 0.0, tf.int32)):
        y = x
    return x

RESULT = (loop_never_runs_undefined(tf.constant([3.0, 2.0])), loop_never_runs_undefined(tf.constant([0.25, 0.25])))
