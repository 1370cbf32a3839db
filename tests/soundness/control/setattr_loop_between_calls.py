# observed: differs
# function: f
import tensorflow as tf

class Config:
    pass


config = Config()
config.scale = 1.0


def f(x):
    return x * config.scale


a = f(tf.ones([2]))
for name, value in {"scale": 2.0, "shift": 1.0}.items():
    setattr(config, name, value)
RESULT = (a, f(tf.ones([2])))
