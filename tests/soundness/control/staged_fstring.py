# observed: raises
# function: staged_fstring
import tensorflow as tf

def staged_fstring(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    with tf.name_scope(f'layer{n}'):
        return x * 2.0

RESULT = (staged_fstring(tf.constant([3.0, 2.0])), staged_fstring(tf.constant([0.25, 0.25])))
