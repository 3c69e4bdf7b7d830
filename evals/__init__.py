"""Figures about Dateline, each by a command that anyone can run again."""
