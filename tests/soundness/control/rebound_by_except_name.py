# observed: differs
# function: f
import tensorflow as tf

error = 1.0


def f(x):
    return x * (2.0 if isinstance(error, float) else 3.0)


a = f(tf.ones([2]))
try:
    raise ValueError("no")
except ValueError as error:
    b = f(tf.ones([2]))
RESULT = (a, b)
