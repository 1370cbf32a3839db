# observed: raises
# function: into_stack_axis
import tensorflow as tf

def into_stack_axis(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.stack([x, x], axis=n - n)

RESULT = (into_stack_axis(tf.constant([3.0, 2.0])), into_stack_axis(tf.constant([0.25, 0.25])))
