# observed: differs
# function: f
import tensorflow as tf

class Table(dict):
    def __missing__(self, key):
        self[key] = len(self)
        return self[key]


table = Table()


def f(x, key):
    return x + float(table[key])


f(tf.ones([2]), "a")
table.clear()
f(tf.ones([2]), "a")
RESULT = dict(table)
