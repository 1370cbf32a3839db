# observed: output-differs
# function: f
import tensorflow as tf

say = print


def f(x):
    say("step")
    return x * 2.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
