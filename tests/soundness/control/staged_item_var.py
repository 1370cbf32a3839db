# observed: same
# function: item_var
import tensorflow as tf

def item_var(x):
    p = [x, x * 2.0]
    i = 1
    if tf.reduce_sum(x) > 1.0:
        p[i] = x * 5.0
    return p[0] + p[1]

RESULT = (item_var(tf.constant([3.0, 2.0])), item_var(tf.constant([0.25, 0.25])))
