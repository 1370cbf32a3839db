import collections
import dataclasses
import typing
from types import SimpleNamespace

Point = collections.namedtuple("Point", ["x", "y"])
point = Point(1, y=2.0)
reveal(point.x)  # 1
reveal(point[1])  # 2.0
x, y = point
reveal(y)  # 2.0
reveal(point)  # Point(1, 2.0)
Pair = collections.namedtuple("Pair", "left right")
reveal(Pair(1, "a").right)  # 'a'


class Row(typing.NamedTuple):
    name: str
    size: int = 3


reveal(Row("a").size)  # 3
reveal(Row("a", 5).name)  # 'a'


@dataclasses.dataclass
class Config:
    rate: float
    steps: int = 10
    tags: list = dataclasses.field(default_factory=list)

    def total(self):
        return self.rate * self.steps


config = Config(0.5)
reveal(config.rate)  # 0.5
reveal(config.steps)  # 10
reveal(config.total())  # 5.0
config.rate = 2
reveal(config.rate)  # 2


@dataclasses.dataclass(frozen=True)
class Fixed(Config):
    name: str = "fixed"


reveal(Fixed(1.0).name)  # 'fixed'
reveal(Fixed(1.0, 2).steps)  # 2
space = SimpleNamespace(a=1, b="b")
reveal(space.b)  # 'b'
