# observed: same
# function: item_loop_pyi
import tensorflow as tf

def item_loop_pyi(x):
    p = [tf.constant(0.0), tf.constant(1.0)]
    for i in range(2):
        if x[i] > 1.0:
            p[i] = p[i] + x[i]
    return p[0] + p[1]

RESULT = (item_loop_pyi(tf.constant([3.0, 2.0])), item_loop_pyi(tf.constant([0.25, 0.25])))
