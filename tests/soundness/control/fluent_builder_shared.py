# observed: differs
# function: f
import tensorflow as tf

class Pipeline:
    def __init__(self):
        self.steps = []

    def then(self, step):
        self.steps.append(step)
        return self

    def run(self, x):
        for step in self.steps:
            x = step(x)
        return x


pipeline = Pipeline()


def f(x):
    return pipeline.then(lambda v: v * 2.0).run(x)


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
