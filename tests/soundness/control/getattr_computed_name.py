# observed: same
# function: f
import tensorflow as tf

class Net:
    def forward_a(self, x):
        return x * 2.0

    def forward_b(self, x):
        return x * 3.0


net = Net()


def f(x, name):
    return getattr(net, "forward_" + name)(x)


RESULT = (f(tf.ones([2]), "a"), f(tf.ones([2]), "b"))
