# observed: differs
# function: f
import tensorflow as tf

class Trainer:
    def __init__(self, callbacks):
        self.callbacks = callbacks

    def step(self, x):
        for callback in self.callbacks:
            callback(x)
        return x * 2.0


seen = []
trainer = Trainer([lambda x: seen.append(x.shape[0])])


def f(x):
    return trainer.step(x)


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = seen
