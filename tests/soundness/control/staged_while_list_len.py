# observed: same
# function: while_list_len
import tensorflow as tf

def while_list_len(x):
    out = [x]
    while len(out) < 3:
        out.append(out[-1] * 2.0)
    return out[-1]

RESULT = (while_list_len(tf.constant([3.0, 2.0])), while_list_len(tf.constant([0.25, 0.25])))
