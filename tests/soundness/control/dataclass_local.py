# observed: same
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


def f(x):
    stats = Stats()
    stats.note(x)
    stats.note(x * 2.0)
    return stats.values[0] + stats.values[1] * float(stats.count)


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
