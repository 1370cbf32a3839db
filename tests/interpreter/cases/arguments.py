def plain(a, b=2, *args, c, d=4, **kwargs):
    reveal(args)  # (); (30, 'forty')
    reveal(kwargs)  # dict
    return a, b, c, d


reveal(plain(1, c=3))  # (1, 2, 3, 4)
reveal(plain(1, 20, 30, "forty", c=5, d=6, e=7))  # (1, 20, 5, 6)


def only(a, /, b, *, c):
    return a, b, c


reveal(only(1, b=2, c=3))  # (1, 2, 3)
pair = (1, 2)
named = {"c": 3.0}
reveal(only(*pair, **named))  # (1, 2, 3.0)


def many(*values):
    return values


reveal(many(*pair, *[5, 6], 7))  # (1, 2, 5, 6, 7)
reveal(many(*range(unknown)))  # (int…)


def keywords(**options):
    return options["rate"]


reveal(keywords(rate=0.1, size=3))  # 0.1


def default(value=pair):
    return value


reveal(default())  # (1, 2)
reveal(default(value=None))  # None


def shared(item, into=[]):
    into.append(item)
    return into


reveal(shared(1)[0])  # 1
reveal(len(shared("a")))  # 2
