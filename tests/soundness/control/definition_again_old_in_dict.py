# observed: differs
# function: f
import tensorflow as tf

table = {}
for scale in (1.0, 2.0):

    def f(x):
        return x * scale

    f(tf.ones([2]))
    table[scale] = f
RESULT = [g(tf.ones([2])) for g in table.values()]
