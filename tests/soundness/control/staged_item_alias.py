# observed: same
# function: item_alias
import tensorflow as tf

def item_alias(x):
    p = [x, x * 2.0]
    q = p
    if tf.reduce_sum(x) > 1.0:
        q[0] = x * 5.0
    return p[0] + p[1]

RESULT = (item_alias(tf.constant([3.0, 2.0])), item_alias(tf.constant([0.25, 0.25])))
