# observed: raises
# function: pick
import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(2.0)


def pick(t):
    if t > 0:
        r = {"v": a}
    else:
        r = {"v": b}
    return r


def f(t):
    pick(t)["v"].assign_add(1.0)
    return a + b


RESULT = [f(tf.constant(1.0)), f(tf.constant(-1.0)), a, b]
