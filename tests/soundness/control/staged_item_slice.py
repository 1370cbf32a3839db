# observed: raises
# function: item_slice
import tensorflow as tf

def item_slice(x):
    p = [x, x * 2.0]
    if tf.reduce_sum(x) > 1.0:
        p[:] = [x * 5.0, x]
    return p[0] + p[1]

RESULT = (item_slice(tf.constant([3.0, 2.0])), item_slice(tf.constant([0.25, 0.25])))
