# observed: same
# function: lambda_in_dict
import tensorflow as tf

def lambda_in_dict(x):
    fs = {'a': lambda v: v if v[0] > 1.0 else v * 2.0}
    return fs['a'](x)

RESULT = (lambda_in_dict(tf.constant([3.0, 2.0])), lambda_in_dict(tf.constant([0.25, 0.25])))
