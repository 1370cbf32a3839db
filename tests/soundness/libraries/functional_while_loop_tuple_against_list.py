# observed: same
# function: f
import tensorflow as tf
def f(n):
    return tf.while_loop(lambda i, s: i < n, lambda i, s: (i + 1, s + i), [0, 1])[1]
RESULT = [f(tf.constant(3))]
