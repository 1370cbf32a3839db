# observed: raises
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
def f(d, x):
    return d(x)
RESULT = [f(Dense(3), tf.ones([2, 2])), f(Dense(2), tf.ones([2, 2]))]
