# observed: same
# function: lambda_and
import tensorflow as tf

def lambda_and(x):
    g = lambda v: v[0] > 1.0 and v[1] > 1.0
    return g(x)

RESULT = (lambda_and(tf.constant([3.0, 2.0])), lambda_and(tf.constant([0.25, 0.25])))
