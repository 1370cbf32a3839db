# observed: same
# function: lambda_arg
import tensorflow as tf

def lambda_arg(x):

    def app(f, v):
        return f(v)
    return app(lambda v: v if v[0] > 1.0 else v * 2.0, x)

RESULT = (lambda_arg(tf.constant([3.0, 2.0])), lambda_arg(tf.constant([0.25, 0.25])))
