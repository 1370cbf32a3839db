# observed: differs
# function: Net.f
import tensorflow as tf

class Net:
    def __init__(self, kind):
        self.kind = kind

    def f(self, x):
        return x * 2.0 if self.kind == "double" else x

    def use(self, kind):
        self.kind = kind
        return self


net = Net("double")
a = net.f(tf.ones([2]))
RESULT = (a, net.use("plain").f(tf.ones([2])))
