# observed: differs
# function: f
import tensorflow as tf

def make():
    scale = 1.0

    def set_scale(value):
        nonlocal scale
        scale = value

    def f(x):
        return x * scale

    return f, set_scale


g, set_scale = make()
a = g(tf.ones([2]))
set_scale(4.0)
RESULT = (a, g(tf.ones([2])))
