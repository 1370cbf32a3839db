"""What names and objects are at one point of a program."""
