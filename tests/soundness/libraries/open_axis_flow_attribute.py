# observed: raises
# function: f
import tensorflow as tf

class B:
    pass
def f(x):
    b = B()
    b.y = x[x > 0]
    return tf.reduce_sum(b.y) / b.y.shape[0]
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([1., 3., 2.]))]
