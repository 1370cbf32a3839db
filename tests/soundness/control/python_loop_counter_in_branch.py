# observed: raises
# function: f
import tensorflow as tf
def f(t):
    n = 0
    while n < 3:
        if t > 1.0:
            n += 1
        else:
            n += 2
    return t * float(n)
RESULT = [f(tf.constant(2.0)) for n in (2.0, 0.0)]
