# observed: differs
# function: f
import tensorflow as tf

class Recorder(list):
    def note(self, item):
        self.append(item)


recorder = Recorder()


def f(x):
    recorder.note(1)
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = list(recorder)
