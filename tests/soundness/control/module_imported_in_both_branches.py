# observed: raises
# function: f
import tensorflow as tf
def f(x):
    if x[0] > 0:
        import math
        y = x * math.pi
    else:
        import math
        y = x
    return y * math.e
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
