# observed: raises
# function: f
import collections.abc
import tensorflow as tf
class Table(collections.abc.Mapping):
    def __init__(self, entries, scale):
        self.entries, self.scale = entries, scale
    def __getitem__(self, key): return self.entries[key]
    def __iter__(self): return iter(self.entries)
    def __len__(self): return len(self.entries)
def f(x, table): return x * table.scale
table = Table({"a": 1.0}, 3.0)
RESULT = [f(tf.constant([1.0]), table), f(tf.constant([2.0]), table)]
