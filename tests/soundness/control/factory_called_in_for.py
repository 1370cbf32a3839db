# observed: same
# function: f
import tensorflow as tf

def train(rate):
    scale = rate * 2.0

    def f(x):
        return x * scale

    total = tf.zeros([2])
    for _ in range(3):
        total = total + f(tf.ones([2]))
    return total


results = []
for rate in (0.1, 0.2):
    results.append(train(rate))
RESULT = results
