# observed: differs
# function: f
import tensorflow as tf

history = []
alias = history


def f(x):
    view = alias
    view.append(len(view))
    return x + 1.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = history
