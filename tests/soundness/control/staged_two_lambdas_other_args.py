# observed: same
# function: two_lambdas_other_args
import tensorflow as tf

def two_lambdas_other_args(x):
    a, b = (lambda v: v if v[0] > 1.0 else v * 2.0, lambda w: w if w[0] > 1.0 else w * 3.0)
    return a(x) + b(x)

RESULT = (two_lambdas_other_args(tf.constant([3.0, 2.0])), two_lambdas_other_args(tf.constant([0.25, 0.25])))
