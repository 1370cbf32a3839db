# observed: raises
# function: f
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

class Op:
    def __init__(self, v): self.v=v
    def __add__(self, o):
        if tf.reduce_sum(self.v)>1.: return self.v*2.
        return self.v+o
    def __radd__(self, o):
        if tf.reduce_sum(self.v)>1.: return self.v*2.
        return self.v+o
    def __getitem__(self, i):
        if tf.reduce_sum(self.v)>1.: return self.v*2.
        return self.v
    def __call__(self, o):
        if tf.reduce_sum(self.v)>1.: return self.v*2.
        return self.v
    def __contains__(self, o):
        if tf.reduce_sum(self.v)>1.: y=True
        else: y=False
        return True
    def __lt__(self, o):
        if tf.reduce_sum(self.v)>1.: y=self.v
        else: y=self.v*2.
        return True
    def __len__(self):
        if tf.reduce_sum(self.v)>1.: y=self.v
        else: y=self.v*2.
        return 3
    def __bool__(self):
        if tf.reduce_sum(self.v)>1.: y=self.v
        else: y=self.v*2.
        return True
    def __iter__(self):
        if tf.reduce_sum(self.v)>1.: y=self.v
        else: y=self.v*2.
        return iter([y,y])
    def __enter__(self):
        if tf.reduce_sum(self.v)>1.: y=self.v
        else: y=self.v*2.
        return y
    def __exit__(self,*a):
        if tf.reduce_sum(self.v)>1.: y=self.v
        else: y=self.v*2.
        return False
    def __neg__(self):
        if tf.reduce_sum(self.v)>1.: return self.v*2.
        return self.v
    def __matmul__(self, o): return hh(self.v)
    def __setitem__(self, k, o):
        self.v = hh(o)
    def __iadd__(self, o):
        self.v = hh(o)
        return self
    def __float__(self):
        hh(self.v); return 2.
    def __str__(self):
        hh(self.v); return 'a'
    def __hash__(self):
        hh(self.v); return 1
    def __eq__(self, o):
        hh(self.v); return True

def f(x): return x*{Op(x): 2.}[Op(x)]

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
