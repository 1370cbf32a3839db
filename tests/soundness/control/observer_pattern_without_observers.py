# observed: same
# function: f
import tensorflow as tf

class Subject:
    def __init__(self):
        self.observers = []

    def notify(self, event):
        for observer in self.observers:
            observer.update(event)


subject = Subject()


def f(x):
    subject.notify("step")
    return x * 2.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
