# observed: output-differs
# function: f
import tensorflow as tf

def f(x, mode):
    if mode == "k":
        print("k")
    return x * 2.0


x = tf.ones([2])
f(x, "a")
f(x, "b")
f(x, "c")
f(x, "d")
f(x, "e")
f(x, "g")
f(x, "h")
f(x, "i")
f(x, "j")
f(x, "k")
RESULT = f(x, "k")
