# observed: differs
# function: f
import tensorflow as tf

class Tag:
    def __init__(self):
        self.uses = 0

    def __str__(self):
        self.uses += 1
        return "tag"


tag = Tag()


def f(x):
    name = f"scope_{tag}"
    with tf.name_scope(name):
        return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = tag.uses
