# observed: differs
# function: f
import tensorflow as tf
import weakref


class Key:
    pass


key = Key()
table = weakref.WeakKeyDictionary()


def f(x):
    table[key] = table.get(key, 0) + 1
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = table[key]
