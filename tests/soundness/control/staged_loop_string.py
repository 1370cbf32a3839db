# observed: type-only
# function: loop_string
import tensorflow as tf

def loop_string(x):
    name = 'a'
    for v in x:
        name = 'b'
    return (x, name)

RESULT = (loop_string(tf.constant([3.0, 2.0])), loop_string(tf.constant([0.25, 0.25])))
