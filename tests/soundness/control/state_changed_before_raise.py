# observed: differs
# function: f
import tensorflow as tf

count = 0


def step():
    global count
    count += 1
    raise ValueError("stop")


def f(x):
    try:
        step()
    except ValueError:
        x = x + 1.0
    return x


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = count
