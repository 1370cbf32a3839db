# observed: raises
# function: item_expr
import tensorflow as tf

def item_expr(x):
    p = [x, x * 2.0]
    i = 0
    if tf.reduce_sum(x) > 1.0:
        p[i + 1] = x * 5.0
    return p[0] + p[1]

RESULT = (item_expr(tf.constant([3.0, 2.0])), item_expr(tf.constant([0.25, 0.25])))
