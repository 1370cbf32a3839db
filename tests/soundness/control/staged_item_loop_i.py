# observed: raises
# function: item_loop_i
import tensorflow as tf

def item_loop_i(x):
    p = [tf.constant(0.0), tf.constant(1.0)]
    for v in x:
        for i in range(2):
            p[i] = p[i] + v
    return p[0] + p[1]

RESULT = (item_loop_i(tf.constant([3.0, 2.0])), item_loop_i(tf.constant([0.25, 0.25])))
