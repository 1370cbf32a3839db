# observed: differs
# function: f
import tensorflow as tf

done = []


def f(x):
    try:
        return x * 2.0
    finally:
        done.append(1)


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = done
