"""``dateline completion SHELL``."""

from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.terminal import out

#: Set by the completion scripts when they ask us what can stand at the cursor.
COMPLETE_VARIABLE = "_DATELINE_COMPLETE"


class Shell(StrEnum):
    """Shells that we can complete for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def completion(
    shell: Annotated[Shell, typer.Argument(help="The shell to complete for.")],
) -> None:
    """Print a completion script for a shell.

    Example: dateline completion bash >> ~/.bash_completion
    """
    from typer._completion_shared import get_completion_script

    script = get_completion_script(
        prog_name="dateline", complete_var=COMPLETE_VARIABLE, shell=shell.value
    )
    out(script.rstrip("\n"))
