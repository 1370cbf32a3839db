# observed: same
# function: rest_while_return
import tensorflow as tf

def rest_while_return(x):
    if tf.reduce_sum(x) > 1.0:
        return x * 2.0
    while True:
        return x

RESULT = (rest_while_return(tf.constant([3.0, 2.0])), rest_while_return(tf.constant([0.25, 0.25])))
