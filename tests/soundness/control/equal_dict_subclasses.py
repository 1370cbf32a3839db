# observed: output-differs
# function: f
import tensorflow as tf

class Options(dict):
    pass


one, two = Options(a=1), Options(a=1)


def f(x):
    if one == two:
        print("equal")
    return x * 2.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
