# observed: same
# function: item_loop
import tensorflow as tf

def item_loop(x):
    p = [tf.constant(0.0), tf.constant(1.0)]
    for v in x:
        p[0] = p[0] + v
    return p[0] + p[1]

RESULT = (item_loop(tf.constant([3.0, 2.0])), item_loop(tf.constant([0.25, 0.25])))
