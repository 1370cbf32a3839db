# observed: same
# function: lambda_default_tensor_if
import tensorflow as tf

def lambda_default_tensor_if(x):
    g = [lambda v: v * 2.0, lambda v: v * 3.0]
    return g[0](x) + g[1](x)

RESULT = (lambda_default_tensor_if(tf.constant([3.0, 2.0])), lambda_default_tensor_if(tf.constant([0.25, 0.25])))
