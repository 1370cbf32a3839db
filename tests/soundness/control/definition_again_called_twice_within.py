# observed: differs
# function: f
import tensorflow as tf

results = []
for scale in (1.0, 2.0):

    def f(x):
        return x * scale

    results.append(f(tf.ones([2])))
    scale = scale * 10.0
    results.append(f(tf.ones([2])))
RESULT = results
