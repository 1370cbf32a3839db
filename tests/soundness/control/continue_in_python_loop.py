# observed: same
# function: f
import tensorflow as tf

def f(x):
    total = tf.constant(0.0)
    for j in range(4):
        if x[j] < 0.0:
            continue
        total += x[j]
    return total


RESULT = (f(tf.constant([1.0, -1.0, 2.0, -3.0])), f(tf.zeros([4])))
