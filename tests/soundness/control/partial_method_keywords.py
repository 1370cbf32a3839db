# observed: differs
# function: step
import tensorflow as tf
import functools
class M:
    def __init__(self):
        self.act = functools.partial(tf.nn.leaky_relu, alpha=0.1)
    def step(self, x):
        return self.act(x)
m = M()
RESULT = [m.step(tf.constant(-1.0))]
m.act.keywords["alpha"] = 0.5
RESULT += [m.step(tf.constant(-1.0))]
