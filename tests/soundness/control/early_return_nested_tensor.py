# observed: raises
# function: f
import tensorflow as tf

def f(x, limit):
    if tf.reduce_sum(x) > limit:
        if tf.reduce_max(x) > limit:
            return x * 2.0
    return x + 1.0


x = tf.ones([2])
RESULT = (f(x, 0.5), f(x, 1.5), f(x, 5.0))
