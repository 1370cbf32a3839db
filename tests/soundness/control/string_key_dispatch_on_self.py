# observed: same
# function: Net.f
import tensorflow as tf

class Net:
    def __init__(self, kind):
        self.kind = kind

    def f(self, x):
        return getattr(self, "act_" + self.kind)(x)

    def act_relu(self, x):
        return tf.nn.relu(x)

    def act_double(self, x):
        return x * 2.0


one, two = Net("relu"), Net("double")
RESULT = (one.f(tf.ones([2])), two.f(tf.ones([2])))
