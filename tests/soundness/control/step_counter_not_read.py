# observed: same
# function: f
import tensorflow as tf

step = 0


def f(x):
    return x * 2.0


results = []
while step < 3:
    results.append(f(tf.ones([2])))
    step += 1
RESULT = results
