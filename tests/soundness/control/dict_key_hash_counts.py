# observed: differs
# function: f
import tensorflow as tf

class Key:
    hashed = 0

    def __hash__(self):
        Key.hashed += 1
        return 1

    def __eq__(self, other):
        return self is other


key = Key()
table = {key: 2.0}
Key.hashed = 0


def f(x):
    return x * table[key]


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = Key.hashed
