# observed: differs
# function: f
import tensorflow as tf

def note(text):
    with open("notes.txt", "a") as file:
        file.write(text)


def f(x):
    note("x")
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = open("notes.txt").read()
