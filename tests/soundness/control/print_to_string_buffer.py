# observed: differs
# function: f
import tensorflow as tf
import io

buffer = io.StringIO()


def f(x):
    print("step", file=buffer)
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = buffer.getvalue()
