# observed: same
# function: f
import tensorflow as tf

SEEN = {"a"}


def f(x, word):
    seen = SEEN
    seen = seen | {word}
    return x * float(len(seen))


RESULT = (f(tf.ones([2]), "b"), f(tf.ones([3]), "b"), sorted(SEEN))
