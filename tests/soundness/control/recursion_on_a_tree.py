# observed: same
# function: f
import tensorflow as tf

tree = {"left": {"left": None, "right": None, "w": 2.0}, "right": None, "w": 3.0}


def walk(node, x):
    if node is None:
        return x
    return walk(node["left"], x) + walk(node["right"], x) * node["w"]


def f(x):
    return walk(tree, x)


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
