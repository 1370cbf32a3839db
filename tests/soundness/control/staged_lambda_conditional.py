# observed: same
# function: lambda_conditional
import tensorflow as tf

def lambda_conditional(x):
    g = lambda v: v * 2.0 if v[0] > 1.0 else v
    return g(x)

RESULT = (lambda_conditional(tf.constant([3.0, 2.0])), lambda_conditional(tf.constant([0.25, 0.25])))
