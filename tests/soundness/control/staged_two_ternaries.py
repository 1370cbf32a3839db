# observed: same
# function: two_ternaries
import tensorflow as tf

def two_ternaries(x):
    return (x if x[0] > 1.0 else x * 2.0) + (x if x[1] > 1.0 else x * 3.0)

RESULT = (two_ternaries(tf.constant([3.0, 2.0])), two_ternaries(tf.constant([0.25, 0.25])))
