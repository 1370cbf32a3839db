# observed: same
# function: f
import tensorflow as tf

class Dense(tf.Module):
    def __init__(self, i, o):
        super().__init__()
        self.w = tf.Variable(tf.ones([i, o]))
        self.b = tf.Variable(tf.zeros([o]))
    def __call__(self, x):
        return tf.nn.relu(x @ self.w + self.b)
class Net(tf.Module):
    def __init__(self):
        super().__init__()
        self.layers = [Dense(2, 3), Dense(3, 1)]
    def __call__(self, x):
        for l in self.layers:
            x = l(x)
        return x
net = Net()
def f(x):
    with tf.GradientTape() as tape:
        l = tf.reduce_mean(net(x))
    g = tape.gradient(l, net.trainable_variables)
    for v, d in zip(net.trainable_variables, g):
        v.assign_sub(0.1 * d)
    return l
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 2]))]
