# observed: differs
# function: f
import tensorflow as tf
import functools

held = []
for scale in (1.0, 2.0):

    def f(x, shift):
        return x * scale + shift

    f(tf.ones([2]), 1.0)
    held.append(functools.partial(f, shift=1.0))
RESULT = [g(tf.ones([2])) for g in held]
