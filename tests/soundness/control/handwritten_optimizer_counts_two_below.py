# observed: differs
# function: train
import tensorflow as tf
class Adam:
    def __init__(self, lr):
        self.lr, self.t = lr, 0
        self.m = {}
    def step(self, i, g):
        self.t += 1
        return self.lr * g / (1 - 0.9 ** self.t)
    def apply(self, vs, gs):
        for i, (v, g) in enumerate(zip(vs, gs)):
            v.assign_sub(self.step(i, g))
w = tf.Variable([1.0, 2.0])
opt = Adam(0.1)
def train(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum((w * x) ** 2)
    opt.apply([w], tape.gradient(loss, [w]))
    return loss
RESULT = [train(tf.ones([2])) for _ in range(3)]
