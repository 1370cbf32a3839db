# observed: differs
# function: f
import tensorflow as tf

@tf.function
def count(x):
    return tf.size(x)


def f(x):
    return [x] * int(count(x))


RESULT = len(f(tf.ones([2])))
