# observed: raises
# function: f
import tensorflow as tf
def f(x):
    s = 3
    for i in range(3):
        if x[i] < 1.5:
            s = 3
    return tf.zeros([2]) + s
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
