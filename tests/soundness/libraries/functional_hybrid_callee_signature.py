# observed: same
# function: f
import tensorflow as tf

@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def g(x):
    return x * 2.
def f(x):
    return g(x) + 1.
RESULT = [f(tf.ones([2])), f(tf.zeros([3]))]
