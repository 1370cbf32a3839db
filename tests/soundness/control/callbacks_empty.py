# observed: same
# function: f
import tensorflow as tf

class Trainer:
    def __init__(self, callbacks=()):
        self.callbacks = callbacks

    def step(self, x):
        for callback in self.callbacks:
            callback(x)
        return x * 2.0


trainer = Trainer()


def f(x):
    return trainer.step(x)


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
