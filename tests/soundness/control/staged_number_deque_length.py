# observed: raises
# function: f
import tensorflow as tf
def f(t, flag=False):
    n = 3
    if t > 0:
        n = 4
    import collections
    d = collections.deque([1.0], maxlen=n)
    return tf.zeros([2]) + d[0]
RESULT = [f(tf.constant(k)) for k in (1, -1)]
