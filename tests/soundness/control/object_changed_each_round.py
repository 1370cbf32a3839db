# observed: differs
# function: Model.f
import tensorflow as tf

class Model:
    def __init__(self):
        self.scale = 1.0

    def f(self, x):
        return x * self.scale


results = []
model = Model()
for scale in (1.0, 2.0, 3.0):
    model.scale = scale
    results.append(model.f(tf.ones([2])))
RESULT = results
