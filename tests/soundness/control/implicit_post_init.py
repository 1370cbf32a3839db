# observed: raises
# function: f
import dataclasses
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

@dataclasses.dataclass
class Post:
    v: object
    def __post_init__(self): self.v=hh(self.v)

def f(x): return Post(x).v

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
