# observed: raises
# function: f
import tensorflow as tf

def f(n):
    if n <= 1:
        return n
    return n * f(n - 1)


RESULT = f(tf.constant(5))
