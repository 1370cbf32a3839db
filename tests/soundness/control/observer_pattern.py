# observed: differs
# function: f
import tensorflow as tf

class Subject:
    def __init__(self):
        self.observers = []

    def attach(self, observer):
        self.observers.append(observer)

    def notify(self, event):
        for observer in self.observers:
            observer.update(event)


class Counter:
    def __init__(self):
        self.events = 0

    def update(self, event):
        self.events += 1


subject, counter = Subject(), Counter()
subject.attach(counter)


def f(x):
    subject.notify("step")
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = counter.events
