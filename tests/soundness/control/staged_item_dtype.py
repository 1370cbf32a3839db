# observed: raises
# function: item_dtype
import tensorflow as tf

def item_dtype(x):
    p = [x, x * 2.0]
    if tf.reduce_sum(x) > 1.0:
        p[0] = 1
    return p[0] + p[1]

RESULT = (item_dtype(tf.constant([3.0, 2.0])), item_dtype(tf.constant([0.25, 0.25])))
