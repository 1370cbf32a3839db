# observed: differs
# function: f
import tensorflow as tf
def f(t, flag=False):
    n = 3
    if t > 0:
        n = 4
    return tf.zeros([2]) if tf.is_tensor(n) else tf.ones([2])
RESULT = [f(tf.constant(k)) for k in (1, -1)]
