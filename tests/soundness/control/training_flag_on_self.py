# observed: differs
# function: Net.f
import tensorflow as tf

class Net:
    training = True

    def f(self, x):
        return x * 0.5 if self.training else x


net = Net()
a = net.f(tf.ones([2]))
net.training = False
RESULT = (a, net.f(tf.ones([2])))
