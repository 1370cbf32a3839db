# observed: raises
# function: f
import tensorflow as tf
def f(x):
    s = x.shape[0]
    for i in range(3):
        if x[i] > 1.5:
            continue
        s = abs(s)
    return tf.zeros([2]) + s
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
