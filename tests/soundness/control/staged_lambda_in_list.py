# observed: same
# function: lambda_in_list
import tensorflow as tf

def lambda_in_list(x):
    fs = [lambda v: v if v[0] > 1.0 else v * 2.0]
    return fs[0](x)

RESULT = (lambda_in_list(tf.constant([3.0, 2.0])), lambda_in_list(tf.constant([0.25, 0.25])))
