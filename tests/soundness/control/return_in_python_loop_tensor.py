# observed: raises
# function: f
import tensorflow as tf

def f(x):
    for j in range(4):
        if x[j] < 0.0:
            return x[j]
    return tf.constant(0.0)


RESULT = (f(tf.constant([1.0, -1.0, 2.0, -3.0])), f(tf.zeros([4])))
