# observed: raises
# function: f
import tensorflow as tf

def h(a, v):
    if v > 0:
        return a + v
    return a
def f(x):
    return tf.scan(h, x)
RESULT = [f(tf.constant([1., -2., 3.])), f(tf.constant([-1., -2., 2.]))]
