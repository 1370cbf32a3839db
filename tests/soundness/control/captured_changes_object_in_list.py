# observed: differs
# function: f
import tensorflow as tf

class Options:
    def __init__(self, k):
        self.k = k


scale = 1.0
held = [Options(1.0), Options(2.0)]


def f(x, options):
    return x * scale * options.k


results = []
for _ in range(2):
    for options in held:
        results.append(f(tf.ones([2]), options))
    scale = 5.0
RESULT = results
