# observed: same
# function: f
import tensorflow as tf
def f(x):
    total = 0.0
    for i in tf.range(3):
        total += x
    return total
RESULT = f(tf.constant(2.0))
