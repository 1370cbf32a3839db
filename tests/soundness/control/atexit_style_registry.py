# observed: differs
# function: f
import tensorflow as tf

hooks = []


def register(hook):
    hooks.append(hook)
    return hook


def f(x):
    @register
    def later():
        return 1

    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = len(hooks)
