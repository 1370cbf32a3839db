# observed: same
# function: f
import tensorflow as tf

def f(x, n):
    scale = 1.0
    try:
        size = 12 // n
    except ZeroDivisionError:
        size = 1
    else:
        scale = 2.0
    finally:
        scale = scale + 1.0
    return x * scale * float(size)


RESULT = (f(tf.ones([2]), 3), f(tf.ones([2]), 0))
