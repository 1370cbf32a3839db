# observed: raises
# function: default_none_one_branch
import tensorflow as tf

def default_none_one_branch(x):
    y = None
    if tf.reduce_sum(x) > 1.0:
        y = x
    return x if y is None else y

RESULT = (default_none_one_branch(tf.constant([3.0, 2.0])), default_none_one_branch(tf.constant([0.25, 0.25])))
