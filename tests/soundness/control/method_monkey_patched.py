# observed: differs
# function: f
import tensorflow as tf

class Net:
    def act(self, x):
        return x + 1.0


net = Net()


def f(x):
    return net.act(x)


a = f(tf.ones([2]))
Net.act = lambda self, x: x + 5.0
RESULT = (a, f(tf.ones([2])))
