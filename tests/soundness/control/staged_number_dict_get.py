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
    return tf.zeros([2]) + {3: 1.0, 4: 2.0}.get(n, 0.0)
RESULT = [f(tf.constant(k)) for k in (1, -1)]
