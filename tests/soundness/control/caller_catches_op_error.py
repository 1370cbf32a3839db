# observed: raises
# function: f
import tensorflow as tf

def f(a, b):
    return a + b


try:
    f(tf.ones([2]), tf.ones([3]))
    word = "fine"
except tf.errors.InvalidArgumentError:
    word = "bad shapes"
RESULT = word
