# observed: differs
# function: f
import tensorflow as tf
def f(x):
    l = [x]
    return l, l
for _ in range(2):
    r = f(tf.ones([2]))
r[0].append(1)
RESULT = len(r[1])
