# observed: raises
# function: f
import tensorflow as tf
def f(t, flag=False):
    n = 3
    if t > 0:
        n = 4
    return tf.zeros([2]) + {3: 1.0, 4: 2.0}.get(n, 0.0)
RESULT = [f(tf.constant(k)) for k in (1, -1)]
