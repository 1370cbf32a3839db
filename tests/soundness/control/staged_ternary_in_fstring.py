# observed: same
# function: ternary_in_fstring
import tensorflow as tf

def ternary_in_fstring(x):
    with tf.name_scope(f'a{(1 if x.shape[0] == 2 else 0)}'):
        return x * 2.0

RESULT = (ternary_in_fstring(tf.constant([3.0, 2.0])), ternary_in_fstring(tf.constant([0.25, 0.25])))
