# observed: raises
# function: f
import tensorflow as tf
def f(t):
    n = 0
    if t > 0:
        n = 2 ** 40
    return tf.cast(n, tf.float32)
RESULT = [f(tf.constant(2.0)), f(tf.constant(-3.0))]
