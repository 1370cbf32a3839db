# observed: differs
# function: f
import tensorflow as tf

def scale():
    with open("scale.txt") as file:
        return float(file.read())


def f(x):
    return x * scale()


open("scale.txt", "w").write("2.0")
a = f(tf.ones([2]))
open("scale.txt", "w").write("3.0")
RESULT = (a, f(tf.ones([2])))
