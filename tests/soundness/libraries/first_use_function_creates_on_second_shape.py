# observed: raises
# function: f
import tensorflow as tf

class G:
    def __init__(self):
        self.by_rank = {}
    def f(self, x):
        r = len(x.shape)
        if r not in self.by_rank:
            self.by_rank[r] = tf.Variable(1.)
        return x * self.by_rank[r]
g = G()
RESULT = [g.f(tf.ones([2])), g.f(tf.ones([2, 2]))]
