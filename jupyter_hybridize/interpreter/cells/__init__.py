"""Running a program cell by cell, again from where it changed, with what a kernel is known to hold."""
