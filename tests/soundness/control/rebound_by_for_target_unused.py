# observed: same
# function: f
import tensorflow as tf

def f(x):
    return x * 2.0


results = []
for scale in (1.0, 2.0):
    results.append(f(tf.ones([2])))
RESULT = results
