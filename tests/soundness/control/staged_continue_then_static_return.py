# observed: raises
# function: continue_then_static_return
import tensorflow as tf

def continue_then_static_return(x):
    t = tf.constant(0.0)
    for i in range(2):
        if x[i] > 1.0:
            continue
        t += x[i]
        if i == 1:
            return t
    return t * 2.0

RESULT = (continue_then_static_return(tf.constant([3.0, 2.0])), continue_then_static_return(tf.constant([0.25, 0.25])))
