# observed: differs
# function: f
import tensorflow as tf


class Net(tf.Module):
    def __init__(self):
        self.w = tf.Variable(2.0)
        self.b = tf.Variable(0.0)

    def loss(self, x):
        return (self.w * x + self.b - 1.0) ** 2


net = Net()


def f(net_var, x):
    with tf.GradientTape() as tape:
        loss = net.loss(x)
    net_var.assign_sub(0.1 * tape.gradient(loss, net_var))
    return loss


RESULT = [f(net.w, tf.constant(1.0)), f(net.b, tf.constant(1.0)), f(net.w, tf.constant(1.0)), net.w, net.b]
