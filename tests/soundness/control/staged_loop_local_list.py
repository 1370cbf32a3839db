# observed: same
# function: loop_local_list
import tensorflow as tf

def loop_local_list(x):
    t = tf.zeros([2])
    for v in x:
        b = [v]
        b.append(v * 2.0)
        t = t + tf.stack(b)
    return t

RESULT = (loop_local_list(tf.constant([3.0, 2.0])), loop_local_list(tf.constant([0.25, 0.25])))
