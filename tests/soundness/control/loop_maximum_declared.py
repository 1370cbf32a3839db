# observed: differs
# function: f
import tensorflow as tf
def f(x, n):
    for i in tf.range(n):
        tf.autograph.experimental.set_loop_options(maximum_iterations=2)
        x = x * 2
    return x
RESULT = [f(tf.ones(2), tf.constant(3)), f(tf.ones(2), tf.constant(1))]
