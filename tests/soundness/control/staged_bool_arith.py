# observed: raises
# function: staged_bool_arith
import tensorflow as tf

def staged_bool_arith(x):
    b = False
    if tf.reduce_sum(x) > 1.0:
        b = True
    return x * (b + 1.0)

RESULT = (staged_bool_arith(tf.constant([3.0, 2.0])), staged_bool_arith(tf.constant([0.25, 0.25])))
