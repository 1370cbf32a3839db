# observed: raises
# function: f
import tensorflow as tf
class B: k = 2.0
b = B()
def f(x):
    y = x
    o = b
    if x[0] > 0:
        o = b
        y = y * 2
    return y * o.k
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
