# observed: differs
# function: f
import tensorflow as tf

held = []
for scale in (1.0, 2.0):

    def f(x):
        return x * scale

    f(tf.ones([2]))
    held.append(lambda x, g=f: g(x))
RESULT = [g(tf.ones([2])) for g in held]
