# observed: same
# function: return_lambda_paths
import tensorflow as tf

def return_lambda_paths(x):
    if tf.reduce_sum(x) > 1.0:
        g = lambda v: v * 2.0
        return g(x)
    return x

RESULT = (return_lambda_paths(tf.constant([3.0, 2.0])), return_lambda_paths(tf.constant([0.25, 0.25])))
