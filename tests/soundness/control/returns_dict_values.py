# observed: same
# function: f
import tensorflow as tf

def f(x):
    return {"a": x, "b": x * 2.0}.values()


RESULT = sum(f(tf.ones([2])))
