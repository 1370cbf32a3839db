# observed: same
# function: f
import tensorflow as tf
def f(t, flag=False):
    n = 3
    if t > 0:
        n = 4
    return tf.zeros([n])
RESULT = [f(tf.constant(k)) for k in (1, -1)]
