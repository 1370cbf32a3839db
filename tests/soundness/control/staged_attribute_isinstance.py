# observed: differs
# function: f
import tensorflow as tf
class Box:
    a3 = 2.0
    a4 = 3.0
def f(t, flag=False):
    o = Box()
    o.n = 3
    if t > 0:
        o.n = 4
    n = o.n
    return tf.zeros([2]) if isinstance(n, int) else tf.ones([3])
RESULT = [f(tf.constant(k)) for k in (1, -1)]
