# observed: raises
# function: ternary_in_listcomp_in_ternary
import tensorflow as tf

def ternary_in_listcomp_in_ternary(x):
    return tf.add_n([v if v > 1.0 else v * 2.0 for v in tf.unstack(x)]) if x.shape[0] == 2 else x[0]

RESULT = (ternary_in_listcomp_in_ternary(tf.constant([3.0, 2.0])), ternary_in_listcomp_in_ternary(tf.constant([0.25, 0.25])))
