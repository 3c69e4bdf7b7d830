"""``python -m dateline`` is ``dateline``."""

from dateline.cli.main import main

main()
