"""Expectation files: what a careful coder takes from one report, and how a record compares.

The shape is that of the worked example (``expected.json``); ``docs/expectations.md`` explains it.
"""
