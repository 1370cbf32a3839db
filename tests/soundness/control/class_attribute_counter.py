# observed: differs
# function: f
import tensorflow as tf

class Step:
    calls = 0

    def f(self, x):
        Step.calls += 1
        return x * 2.0


def f(x):
    return step.f(x)


step = Step()
f(tf.ones([2]))
f(tf.ones([2]))
RESULT = Step.calls
