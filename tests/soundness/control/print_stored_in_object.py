# observed: output-differs
# function: f
import tensorflow as tf

class Console:
    write = staticmethod(print)


def f(x):
    Console.write("step")
    return x * 2.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
