# observed: raises
# function: f
import tensorflow as tf

class ModeError(Exception):
    def __init__(self, mode, hint):
        super().__init__(mode)
        self.hint = hint


def f(x, mode):
    if mode != "a":
        raise ModeError(mode, "use a")
    return x * 2.0


try:
    f(tf.ones([2]), "c")
    word = "fine"
except ModeError as error:
    word = error.hint
RESULT = word
