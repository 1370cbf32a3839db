"""The abstract interpreter: runs a program on types and writes down what each function did."""
