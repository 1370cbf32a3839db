# observed: same
# function: f
import tensorflow as tf
import abc


class Step(abc.ABC):
    @abc.abstractmethod
    def scale(self): ...

    def run(self, x):
        return x * self.scale()


class Double(Step):
    def scale(self):
        return 2.0


def f(x):
    return Double().run(x)


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
