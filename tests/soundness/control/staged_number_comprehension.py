# observed: raises
# function: f
import tensorflow as tf
def f(t, flag=False):
    n = 3
    if t > 0:
        n = 4
    return tf.stack([tf.zeros([2]) for _ in range(n)])
RESULT = [f(tf.constant(k)) for k in (1, -1)]
