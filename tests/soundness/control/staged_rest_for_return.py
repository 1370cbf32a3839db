# observed: same
# function: rest_for_return
import tensorflow as tf

def rest_for_return(x):
    if tf.reduce_sum(x) > 1.0:
        return x * 2.0
    for i in range(3):
        return x

RESULT = (rest_for_return(tf.constant([3.0, 2.0])), rest_for_return(tf.constant([0.25, 0.25])))
