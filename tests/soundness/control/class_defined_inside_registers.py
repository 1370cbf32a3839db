# observed: differs
# function: f
import tensorflow as tf

registry = []


class Base:
    def __init_subclass__(cls):
        registry.append(cls.__name__)


def f(x):
    class Leaf(Base):
        scale = 2.0

    return x * Leaf.scale


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = registry
