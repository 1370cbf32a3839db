class Base:
    kind = "base"

    def __init__(self, size):
        self.size = size

    def name(self):
        return self.kind

    def describe(self):
        return self.name(), self.size


class Derived(Base):
    kind = "derived"

    def __init__(self, size, extra):
        super().__init__(size * 2)
        self.extra = extra

    def name(self):
        return "my " + super().name()


base, derived = Base(1), Derived(2, None)
reveal(base.describe())  # ('base', 1)
reveal(derived.describe())  # ('my derived', 4)
reveal(derived.extra)  # None
reveal(Derived.kind)  # 'derived'
reveal(base.kind)  # 'base'
base.kind = 3
reveal(base.kind)  # 3
reveal(Base.kind)  # 'base'
reveal(base)  # Base
reveal(type(derived))  # class Derived
reveal(derived.missing)  # ⊥


class Circle:
    count = 0

    def __init__(self, radius):
        self._radius = radius
        Circle.count = Circle.count + 1

    @property
    def radius(self):
        return self._radius

    @radius.setter
    def radius(self, value):
        self._radius = value

    @property
    def area(self):
        return self.radius**2 * 3.0

    @staticmethod
    def unit():
        return Circle(1)

    @classmethod
    def of(cls, diameter):
        return cls(diameter / 2)


circle = Circle(2)
reveal(circle.area)  # 12.0
circle.radius = 3.0
reveal(circle.radius)  # 3.0
reveal(Circle.unit().radius)  # 1
reveal(Circle.of(4).radius)  # 2.0
reveal(circle.of(6).radius)  # 3.0


class Mixin:
    def hello(self):
        return "hello from " + self.who


class Left(Mixin):
    who = "left"


class Both(Left, Base):
    def __init__(self):
        Base.__init__(self, 7)


reveal(Both().hello())  # 'hello from left'
reveal(Both().size)  # 7
bound = Both().hello
reveal(bound())  # 'hello from left'
reveal(Both.hello(Both()))  # 'hello from left'
reveal(isinstance(Both(), Base))  # bool
reveal(getattr(Both(), "size"))  # 7


class Lazy:
    value = None

    def get(self):
        if self.value is None:
            self.value = 5
        return self.value


reveal(Lazy().get())  # 5


def make_class(default):
    class Inner:
        value = default

    return Inner


reveal(make_class(4).value)  # 4
reveal(make_class("x")().value)  # 'x'
