# observed: differs
# function: f
import tensorflow as tf
import dataclasses


@dataclasses.dataclass
class Stats:
    count: int = 0
    values: list = dataclasses.field(default_factory=list)

    def note(self, item):
        self.count += 1
        self.values.append(item)


stats = Stats()


def f(x):
    stats.note(1)
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = (stats.count, stats.values)
