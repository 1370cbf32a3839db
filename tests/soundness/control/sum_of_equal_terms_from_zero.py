# observed: differs
# function: f
import tensorflow as tf
def f(x):
    s = x
    for i in tf.range(2):
        q = 0.0
        for k in range(2):
            q += x
        s = q
    return s
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
