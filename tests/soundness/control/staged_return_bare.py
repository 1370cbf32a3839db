# observed: raises
# function: return_bare
import tensorflow as tf

def return_bare(x):
    v = x
    if tf.reduce_sum(x) > 1.0:
        return
    v = x * 2.0

RESULT = (return_bare(tf.constant([3.0, 2.0])), return_bare(tf.constant([0.25, 0.25])))
