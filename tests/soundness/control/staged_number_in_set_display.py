# observed: raises
# function: f
import tensorflow as tf
def f(t, flag=False):
    n = 3
    if t > 0:
        n = 4
    d = {n}
    return tf.zeros([2]) + len(d)
RESULT = [f(tf.constant(k)) for k in (1, -1)]
