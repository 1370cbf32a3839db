# observed: same
# function: f
import tensorflow as tf

class Total:
    def of(self, values):
        total = tf.constant(0.0)
        for value in values:
            total = total + value
        return total


def f(x):
    return Total().of(x)


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
