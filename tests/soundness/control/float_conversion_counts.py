# observed: differs
# function: f
import tensorflow as tf

class Rate:
    def __init__(self):
        self.asked = 0

    def __float__(self):
        self.asked += 1
        return 0.5


rate = Rate()


def f(x):
    return x * float(rate)


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = rate.asked
