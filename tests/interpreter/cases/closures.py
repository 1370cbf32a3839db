def make(scale):
    def times(x):
        return x * scale

    return times


twice, thrice = make(2), make(3.0)
reveal(twice(10))  # 20
reveal(thrice(10))  # 30.0


def counter():
    n = 0

    def up():
        nonlocal n
        n = n + 1
        return n

    return up


up = counter()
reveal(up())  # 1
reveal(type(up()))  # builtins.int


def late():
    def inner():
        return value

    value = "bound later"
    return inner()


reveal(late())  # 'bound later'


def shadow(value):
    def inner(value="mine"):
        return value

    return inner(), value


reveal(shadow(1))  # ('mine', 1)

level = "global"


def reads():
    return level


def writes():
    global level
    level = 3


reveal(reads())  # 'global'
writes()
reveal(reads())  # 3


def local_only():
    level = None
    return level


reveal(local_only())  # None
reveal(level)  # 3
