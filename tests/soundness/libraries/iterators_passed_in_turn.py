# observed: same
# function: f
import tensorflow as tf
def f(i):
    return next(i)
a, b = iter(tf.data.Dataset.range(6)), iter(tf.data.Dataset.range(10, 16))
RESULT = [f(a), f(b), f(a)]
