# observed: raises
# function: f
import tensorflow as tf

def f(x):
    for i in range(3):
        if x[i] > 1.0:
            continue
        last = x[i]
    return last


RESULT = (f(tf.constant([1.0, 2.0, 0.5])), f(tf.zeros([3])))
