# observed: differs
# function: f
import tensorflow as tf
def f(t, flag=False):
    d0 = {'n': 3}
    if t > 0:
        d0['n'] = 4
    n = d0['n']
    return tf.zeros([2]) + len([0] * n)
RESULT = [f(tf.constant(k)) for k in (1, -1)]
