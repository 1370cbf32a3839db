# observed: differs
# function: f
import tensorflow as tf
def f(x, r):
    return x * (2.0 if isinstance(r, range) else 3.0)
RESULT = f(tf.ones([2]), range(3))
