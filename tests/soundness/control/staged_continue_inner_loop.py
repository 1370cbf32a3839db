# observed: same
# function: continue_inner_loop
import tensorflow as tf

def continue_inner_loop(x):
    n = []
    for i in range(2):
        for j in range(2):
            if x[j] > 1.0:
                continue
            x = x * 1.5
        n.append(x)
    return tf.add_n(n)

RESULT = (continue_inner_loop(tf.constant([3.0, 2.0])), continue_inner_loop(tf.constant([0.25, 0.25])))
