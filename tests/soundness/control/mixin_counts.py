# observed: differs
# function: f
import tensorflow as tf

class Counting:
    calls = 0

    def run(self, x):
        type(self).calls += 1
        return super().run(x)


class Base:
    def run(self, x):
        return x * 2.0


class Step(Counting, Base):
    pass


step = Step()


def f(x):
    return step.run(x)


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = (Step.calls, Counting.calls)
