# observed: raises
# function: f
import tensorflow as tf
def f(x):
    s = None
    if x[0] > 0:
        s = None
    return s
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
