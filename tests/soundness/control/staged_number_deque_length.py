# observed: raises
# function: f
import tensorflow as tf
class Box:
    a3 = 2.0
    a4 = 3.0
def pick(t):
    if t > 0:
        return 4
    return 3
def helper(x, k):
    return x + len([0] * k)
def f(t, flag=False):
    n = 3
    if t > 0:
        n = 4
    import collections
    d = collections.deque([1.0], maxlen=n)
    return tf.zeros([2]) + d[0]
RESULT = [f(tf.constant(k)) for k in (1, -1)]
