# observed: same
# function: f
import tensorflow as tf

class Rows:
    def __init__(self, values):
        self.values = values

    def __getitem__(self, index):
        return self.values[index]

    def __len__(self):
        return len(self.values)


rows = Rows([1.0, 2.0])


def f(x):
    for index in range(len(rows)):
        x = x * rows[index]
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
