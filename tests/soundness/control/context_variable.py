# observed: differs
# function: f
import tensorflow as tf
import contextvars

scale = contextvars.ContextVar("scale", default=1.0)


def f(x):
    return x * scale.get()


a = f(tf.ones([2]))
scale.set(4.0)
RESULT = (a, f(tf.ones([2])))
