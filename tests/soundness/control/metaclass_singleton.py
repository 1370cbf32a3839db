# observed: differs
# function: f
import tensorflow as tf

class Singleton(type):
    made = {}

    def __call__(cls, *args):
        if cls not in Singleton.made:
            Singleton.made[cls] = super().__call__(*args)
        return Singleton.made[cls]


class Counter(metaclass=Singleton):
    def __init__(self):
        self.n = 0


def f(x):
    Counter().n += 1
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = Counter().n
