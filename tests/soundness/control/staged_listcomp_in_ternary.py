# observed: both-raise
# function: listcomp_in_ternary
import tensorflow as tf

def listcomp_in_ternary(x):
    return tf.add_n([helper(v) for v in tf.unstack(x)]) if x.shape[0] == 2 else x[0]

RESULT = (listcomp_in_ternary(tf.constant([3.0, 2.0])), listcomp_in_ternary(tf.constant([0.25, 0.25])))
