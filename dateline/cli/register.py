"""The commands by name; imported late so that the help answers at once."""

import typer

from dateline.cli.code import code
from dateline.cli.completion import completion
from dateline.cli.demo import demo
from dateline.cli.evaluate import evaluation
from dateline.cli.schema import schema


def all_commands(app: typer.Typer) -> None:
    """Add every command to the application, once."""
    if app.registered_commands:
        return
    app.command()(code)
    app.command()(demo)
    app.command()(schema)
    app.add_typer(evaluation, name="eval")
    app.command()(completion)
