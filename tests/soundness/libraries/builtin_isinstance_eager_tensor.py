# observed: differs
# function: f
import tensorflow as tf

from tensorflow.python.framework.ops import EagerTensor
def f(x):
    if isinstance(x, EagerTensor):
        return x * 2.
    return x
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
