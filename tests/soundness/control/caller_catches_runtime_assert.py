# observed: same
# function: f
import tensorflow as tf

def f(x):
    tf.debugging.assert_positive(x)
    return x * 2.0


try:
    f(-tf.ones([2]))
    word = "fine"
except tf.errors.InvalidArgumentError:
    word = "negative"
RESULT = word
