# observed: raises
# function: f
import tensorflow as tf

class Net:
    def run(self, x):
        return x * 2.0


net = Net()


def f(x):
    return net.run


RESULT = f(tf.ones([2]))(tf.ones([2]))
