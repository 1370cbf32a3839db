# observed: differs
# function: f
import tensorflow as tf

step = 0


def f(x):
    return x * float(step + 1)


results = []
while step < 3:
    results.append(f(tf.ones([2])))
    step += 1
RESULT = results
