# observed: same
# function: train
import tensorflow as tf
class Adam:
    def __init__(self, lr):
        self.lr = lr
        self.t = tf.Variable(0.0)
    def apply(self, vs, gs):
        self.t.assign_add(1.0)
        for v, g in zip(vs, gs):
            v.assign_sub(self.lr * g / (1 - 0.9 ** self.t))
w = tf.Variable([1.0, 2.0])
opt = Adam(0.1)
def train(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum((w * x) ** 2)
    opt.apply([w], tape.gradient(loss, [w]))
    return loss
RESULT = [train(tf.ones([2])) for _ in range(3)]
