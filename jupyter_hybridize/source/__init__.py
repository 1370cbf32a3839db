"""Cells, programs and positions: the text that is analysed."""
