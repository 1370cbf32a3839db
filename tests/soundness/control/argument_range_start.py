# observed: raises
# function: f
import tensorflow as tf
def f(x, r):
    return x * r.start + r.stop
RESULT = f(tf.ones([2]), range(1, 3))
