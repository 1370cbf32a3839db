# observed: raises
# function: f
import tensorflow as tf

memo = {}


def f(x, n):
    if n not in memo:
        memo[n] = tf.cast(n, tf.float32) * 2.0
    return x * memo[n]


RESULT = (f(tf.ones([2]), 3), f(tf.ones([3]), 3))
