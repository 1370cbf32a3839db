def factorial(n):
    if n <= 1:
        return 1
    return n * factorial(n - 1)


reveal(factorial(5))  # 120
reveal(factorial(len(input())))  # int


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


reveal(even(4))  # True
reveal(even(len(input())))  # False | True


def depth(tree):
    if not isinstance(tree, list):
        return 0
    return 1 + max(depth(branch) for branch in tree)


reveal(depth([[1], 2]))  # 1 | 2


def endless(n):
    return endless(n)


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


reveal(fibonacci(4))  # 3
reveal(fibonacci(30))  # int


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

    def last(self):
        if self.next is None:
            return self.value
        return self.next.last()


reveal(Node(1, Node("end")).last())  # 'end'
