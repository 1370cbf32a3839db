# observed: same
# function: continue_then_after_with
import tensorflow as tf

def continue_then_after_with(x):
    t = tf.constant(0.0)
    for i in range(2):
        with tf.name_scope('q'):
            if x[i] > 1.0:
                continue
        t += x[i]
    return t

RESULT = (continue_then_after_with(tf.constant([3.0, 2.0])), continue_then_after_with(tf.constant([0.25, 0.25])))
