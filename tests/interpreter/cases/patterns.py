command = "go"
match command:
    case "stop":
        a = 1
    case "go" | "run":
        a = 2.0
    case _:
        a = "other"
reveal(a)  # 2.0
match input():
    case "stop":
        b = 1
    case other:
        b = other
reveal(b)  # 1 | str
match (1, 2):
    case (x, y):
        c = x
    case _:
        c = None
reveal(c)  # ?
match None:
    case None:
        d = 1
    case _:
        d = 2
reveal(d)  # 1
if (n := 10) > 5:
    reveal(n)  # 10
reveal(f"{n} items")  # str
reveal(f"{command!r}")  # str
reveal(f"{1.5:.2f}")  # str
reveal("a" "b")  # 'ab'
reveal(f"fixed")  # 'fixed'
