# observed: same
# function: f
import tensorflow as tf

class Result:
    def __enter__(self):
        self.value = None
        return self

    def __exit__(self, *details):
        self.value = self.value * 2.0


def f(x):
    with Result() as result:
        result.value = x + 1.0
    return result.value


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
