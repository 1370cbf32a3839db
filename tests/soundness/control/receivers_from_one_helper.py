# observed: differs
# function: Model.f
import tensorflow as tf

class Model:
    def __init__(self):
        self.scale = 1.0

    def f(self, x):
        return x * self.scale


def build():
    return Model()


models = [build() for _ in range(2)]
results = [m.f(tf.ones([2])) for m in models]
models[0].scale = 5.0
RESULT = (results, [m.f(tf.ones([2])) for m in models])
