# observed: raises
# function: continue_nested_static
import tensorflow as tf

def continue_nested_static(x):
    n = []
    for i in range(2):
        if i < 5:
            if x[i] > 1.0:
                continue
        n.append(x[i])
    return tf.add_n(n + [x[0]])

RESULT = (continue_nested_static(tf.constant([3.0, 2.0])), continue_nested_static(tf.constant([0.25, 0.25])))
