# observed: same
# function: effect_then_return_none
import tensorflow as tf

def effect_then_return_none(x):
    v = tf.constant(1.0)
    if tf.reduce_sum(x) > 1.0:
        v = v * 2.0
    return None

RESULT = (effect_then_return_none(tf.constant([3.0, 2.0])), effect_then_return_none(tf.constant([0.25, 0.25])))
