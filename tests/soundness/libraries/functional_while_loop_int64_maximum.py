# observed: raises
# function: f
import tensorflow as tf
def f(n):
    return tf.while_loop(lambda i: True, lambda i: [i + 1], [tf.constant(0)], maximum_iterations=n)[0]
RESULT = [f(tf.constant(3, tf.int64))]
