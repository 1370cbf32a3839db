# observed: same
# function: item_nested
import tensorflow as tf

def item_nested(x):
    p = [[x], [x * 2.0]]
    if tf.reduce_sum(x) > 1.0:
        p[0][0] = x * 5.0
    return p[0][0] + p[1][0]

RESULT = (item_nested(tf.constant([3.0, 2.0])), item_nested(tf.constant([0.25, 0.25])))
