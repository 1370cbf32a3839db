# observed: differs
# function: f
import tensorflow as tf

class Registry:
    _instance = None

    def __init__(self):
        self.uses = 0

    @classmethod
    def get(cls):
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance


def f(x):
    Registry.get().uses += 1
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = Registry.get().uses
