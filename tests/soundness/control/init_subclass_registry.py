# observed: output-differs
# function: f
import tensorflow as tf

class Stage:
    registry = []

    def __init_subclass__(cls, **kwargs):
        Stage.registry.append(cls)

    def run(self, x):
        return x


class Noisy(Stage):
    def run(self, x):
        print("run")
        return x * 2.0


def f(x):
    for stage in Stage.registry:
        x = stage().run(x)
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
