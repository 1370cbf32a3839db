# observed: raises
# function: f
import tensorflow as tf
class B: k = 2.0
b = B()
def f(x):
    y = x
    for i in tf.range(2):
        y = y * 2
        o = b
    return y * o.k
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
