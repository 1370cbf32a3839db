# observed: same
# function: f
import tensorflow as tf

it = iter(tf.data.Dataset.range(3).repeat())
def f(x):
    return x * next(it)
RESULT = [f(tf.constant(2, tf.int64)), f(tf.constant(2, tf.int64))]
