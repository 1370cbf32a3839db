# observed: same
# function: f
import tensorflow as tf

def f(x):
    def power(v, n):
        return v if n == 0 else power(v * 2.0, n - 1)

    return power(x, 3)


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
