# observed: differs
# function: f
import tensorflow as tf
import random


class Noise:
    def __init__(self, seed):
        self.rng = random.Random(seed)

    def draw(self):
        return self.rng.gauss(0.0, 1.0)


noise = Noise(3)


def f(x):
    return x * noise.draw()


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
