# observed: differs
# function: f
import tensorflow as tf

first = None
for scale in (1.0, 2.0):

    def f(x):
        return x * scale

    f(tf.ones([2]))
    if first is None:
        first = f
RESULT = first(tf.ones([2]))
