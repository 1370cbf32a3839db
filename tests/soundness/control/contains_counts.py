# observed: differs
# function: f
import tensorflow as tf

class Names:
    def __init__(self):
        self.asked = 0

    def __contains__(self, name):
        self.asked += 1
        return name == "a"


names = Names()


def f(x):
    if "a" in names:
        return x * 2.0
    return x


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = names.asked
