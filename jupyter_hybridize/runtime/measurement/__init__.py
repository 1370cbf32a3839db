"""How much faster is the graph?"""
