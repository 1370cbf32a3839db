# observed: raises
# function: f
import tensorflow as tf
def f(x):
    for i in tf.range(2):
        q = []
    return x * len(q)
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
