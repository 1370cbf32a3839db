# observed: raises
# function: continue_then_static_break
import tensorflow as tf

def continue_then_static_break(x):
    t = tf.constant(0.0)
    for i in range(2):
        if x[i] > 1.0:
            continue
        t += x[i]
        if i == 1:
            break
    return t

RESULT = (continue_then_static_break(tf.constant([3.0, 2.0])), continue_then_static_break(tf.constant([0.25, 0.25])))
