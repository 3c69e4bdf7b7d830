"""The gazetteer: which places a name can mean.

``lookup`` reads the shipped file; ``build`` makes it from its sources (see ``NOTICE.md``).
"""
