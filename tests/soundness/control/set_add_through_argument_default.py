# observed: differs
# function: f
import tensorflow as tf

seen = set()


def note(item, where=seen):
    where.add(item)
    return len(where)


def f(x, item):
    return x * float(note(item))


RESULT = (f(tf.ones([2]), "a"), f(tf.ones([2]), "b"), f(tf.ones([2]), "a"), sorted(seen))
