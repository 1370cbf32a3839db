# observed: differs
# function: f
import tensorflow as tf

class Rows:
    def __init__(self):
        self.reads = 0

    def __getitem__(self, index):
        self.reads += 1
        return float(index)


rows = Rows()


def f(x):
    return x + rows[3]


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = rows.reads
