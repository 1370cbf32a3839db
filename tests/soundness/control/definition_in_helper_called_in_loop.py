# observed: same
# function: f
import tensorflow as tf

def step(scale):
    def f(x):
        return x * scale

    return f(tf.ones([2]))


results = []
scale = 1.0
while scale < 5.0:
    results.append(step(scale))
    scale = scale * 2.0
RESULT = results
