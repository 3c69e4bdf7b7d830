"""From Dateline's own records to the prediction formats of the scorers; one function a benchmark.

An adapter only writes down what the record says in the scorer's words: it codes nothing itself.
"""
