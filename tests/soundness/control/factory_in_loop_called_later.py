# observed: differs
# function: f
import tensorflow as tf

functions = []
for scale in (1.0, 2.0):

    def f(x):
        return x * scale

    f(tf.ones([2]))
    functions.append(f)
RESULT = [g(tf.ones([2])) for g in functions]
