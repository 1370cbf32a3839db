# observed: raises
# function: item_neg
import tensorflow as tf

def item_neg(x):
    p = [x, x * 2.0]
    if tf.reduce_sum(x) > 1.0:
        p[-1] = x * 5.0
    return p[0] + p[1]

RESULT = (item_neg(tf.constant([3.0, 2.0])), item_neg(tf.constant([0.25, 0.25])))
