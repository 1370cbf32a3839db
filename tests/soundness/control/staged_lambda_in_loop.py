# observed: same
# function: lambda_in_loop
import tensorflow as tf

def lambda_in_loop(x):
    t = tf.constant(0.0)
    for v in x:
        g = lambda a: a + v
        t = g(t)
    return t

RESULT = (lambda_in_loop(tf.constant([3.0, 2.0])), lambda_in_loop(tf.constant([0.25, 0.25])))
