# observed: same
# function: for_zip_lists
import tensorflow as tf

def for_zip_lists(x):
    t = x
    for a, b in zip([1.0, 2.0], [3.0, 4.0]):
        t = t * a + b
    return t

RESULT = (for_zip_lists(tf.constant([3.0, 2.0])), for_zip_lists(tf.constant([0.25, 0.25])))
