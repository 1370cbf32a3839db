# observed: differs
# function: f
import tensorflow as tf

class Counted:
    def __init__(self, function):
        self.function, self.calls = function, 0

    def __call__(self, x):
        self.calls += 1
        return self.function(x)


@Counted
def helper(x):
    return x * 2.0


def f(x):
    return helper(x)


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = helper.calls
