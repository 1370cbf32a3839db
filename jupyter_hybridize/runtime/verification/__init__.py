"""Does the graph do what the function does?"""
