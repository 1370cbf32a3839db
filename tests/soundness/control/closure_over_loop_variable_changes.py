# observed: differs
# function: f
import tensorflow as tf

actions = []
for k in (2.0, 3.0):
    actions.append(lambda v: v * k)


def f(x):
    return actions[0](x)


a = f(tf.ones([2]))
k = 7.0
RESULT = (a, f(tf.ones([2])))
