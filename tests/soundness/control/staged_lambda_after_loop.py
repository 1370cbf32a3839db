# observed: raises
# function: lambda_after_loop
import tensorflow as tf

def lambda_after_loop(x):
    t = tf.constant(0.0)
    g = lambda a: a
    for v in x:
        g = lambda a: a + v
        t = g(t)
    return g(t)

RESULT = (lambda_after_loop(tf.constant([3.0, 2.0])), lambda_after_loop(tf.constant([0.25, 0.25])))
