# observed: same
# function: f
import tensorflow as tf
v = tf.Variable(1.0)
def f(x):
    q = v
    if x[0] > 0:
        q = v
    return q + x[:2]
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
