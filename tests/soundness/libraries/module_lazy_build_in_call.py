# observed: same
# function: f
import tensorflow as tf

class Dense(tf.Module):
    def __init__(self, o):
        super().__init__()
        self.o = o
        self.built = False
    def __call__(self, x):
        if not self.built:
            self.w = tf.Variable(tf.ones([x.shape[-1], self.o]))
            self.built = True
        return x @ self.w
d = Dense(3)
def f(x):
    return d(x)
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 2]))]
