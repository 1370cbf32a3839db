# observed: raises
# function: f
import tensorflow as tf
def f(n):
    return tf.while_loop(lambda i: 3 - i, lambda i: [i + 1], [n])[0]
RESULT = [f(tf.constant(0))]
