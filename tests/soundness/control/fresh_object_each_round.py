# observed: same
# function: Model.f
import tensorflow as tf

class Model:
    def __init__(self, scale):
        self.scale = scale

    def f(self, x):
        return x * self.scale


results = []
for scale in (1.0, 2.0, 3.0):
    model = Model(scale)
    results.append(model.f(tf.ones([2])))
RESULT = results
