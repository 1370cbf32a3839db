# observed: same
# function: loop_string_unread
import tensorflow as tf

def loop_string_unread(x):
    t = tf.constant(0.0)
    for v in x:
        name = 'b'
        t = t + v * float(len(name))
    return t

RESULT = (loop_string_unread(tf.constant([3.0, 2.0])), loop_string_unread(tf.constant([0.25, 0.25])))
