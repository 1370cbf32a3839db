class Vector:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        return Vector(self.x + other.x)

    def __radd__(self, other):
        return Vector(self.x + other)

    def __mul__(self, factor):
        return self.x * factor

    def __neg__(self):
        return Vector(-self.x)

    def __eq__(self, other):
        return self.x == other.x

    def __lt__(self, other):
        return self.x < other.x

    def __getitem__(self, index):
        return (index, self.x)

    def __setitem__(self, index, value):
        self.x = value

    def __len__(self):
        return 3

    def __call__(self, a):
        return a + self.x

    def __contains__(self, item):
        return True

    def __iter__(self):
        return iter([self.x, 2 * self.x])

    def __bool__(self):
        return False


one, two = Vector(1), Vector(2)
reveal((one + two).x)  # 3
reveal((5 + one).x)  # 6
reveal(one * 3)  # 3
reveal((-one).x)  # -1
reveal(one == two)  # False
reveal(one < two)  # True
reveal(one[0])  # (0, 1)
reveal(one[1:2])  # (slice(1, 2, None), 1)
one[0] = 9.0
reveal(one.x)  # 9.0
reveal(len(two))  # 3
reveal(two(3))  # 5
reveal(4 in two)  # bool
reveal([v for v in two])  # list
reveal("yes" if two else "no")  # 'no' | 'yes'
reveal(one * one)  # ?


class Manager:
    def __enter__(self):
        return 3

    def __exit__(self, *details):
        return None


with Manager() as entered:
    reveal(entered)  # 3


class Steps:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        return self.n


for step in Steps():
    reveal(step)  # 1
    break


class Letters:
    def __getitem__(self, index):
        return "abc"[index]


for letter in Letters():
    reveal(letter)  # str
    break


class Open:
    def __getattr__(self, name):
        return name


reveal(Open().anything)  # ?
