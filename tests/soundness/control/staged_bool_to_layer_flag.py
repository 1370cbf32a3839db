# observed: same
# function: staged_bool_to_layer_flag
import tensorflow as tf

def staged_bool_to_layer_flag(x):
    training = False
    if tf.reduce_sum(x) > 1.0:
        training = True
    return tf.cond(tf.cast(training, tf.bool), lambda: x * 2.0, lambda: x)

RESULT = (staged_bool_to_layer_flag(tf.constant([3.0, 2.0])), staged_bool_to_layer_flag(tf.constant([0.25, 0.25])))
