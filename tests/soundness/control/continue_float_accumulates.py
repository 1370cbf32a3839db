# observed: same
# function: f
import tensorflow as tf

def f(x):
    total = 0.0
    for i in range(3):
        if x[i] > 1.0:
            continue
        total = total + x[i]
    return total


RESULT = (f(tf.constant([1.0, 2.0, 0.5])), f(tf.zeros([3])))
