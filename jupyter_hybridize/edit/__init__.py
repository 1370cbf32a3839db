"""Edits of the user's text."""
