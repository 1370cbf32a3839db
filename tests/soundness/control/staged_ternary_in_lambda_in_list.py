# observed: same
# function: ternary_in_lambda_in_list
import tensorflow as tf

def ternary_in_lambda_in_list(x):
    return tf.add_n(list(map(lambda v: v if v > 1.0 else v * 2.0, tf.unstack(x))))

RESULT = (ternary_in_lambda_in_list(tf.constant([3.0, 2.0])), ternary_in_lambda_in_list(tf.constant([0.25, 0.25])))
