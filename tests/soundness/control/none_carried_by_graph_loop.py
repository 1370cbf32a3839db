# observed: raises
# function: f
import tensorflow as tf
def f(x):
    s = None
    y = x
    for i in tf.range(3):
        y = y * 2
        s = None
    return y if s is None else s
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
