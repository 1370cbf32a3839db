# observed: same
# function: loop_target_tuple
import tensorflow as tf

def loop_target_tuple(x):
    t = tf.constant(0.0)
    for i, v in enumerate(tf.unstack(x)):
        if v > 1.0:
            t += v * float(i + 1)
    return t

RESULT = (loop_target_tuple(tf.constant([3.0, 2.0])), loop_target_tuple(tf.constant([0.25, 0.25])))
